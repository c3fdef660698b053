"""What will take somebody away, and when."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from scenarios.language.people import Identity
from simulation.careers.cadre import Cadre
from simulation.careers.conditions import Conditions
from simulation.careers.luck import Lot
from simulation.careers.retirement import early_from
from simulation.careers.waits import wait

CALLED_AWAY = frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF})
"""Who may be called away or seconded by the county, and who may resign."""


class Reason(StrEnum):
    """Why somebody leaves the town; in one month, the first of these holds."""

    RETIRED = "retired"
    EARLY = "retired_early"
    LOST = "lost"
    CALLED = "called_away"
    RESIGNED = "resigned"
    SECONDED = "seconded"
    MOVED = "moved"


ORDER = {reason: number for number, reason in enumerate(Reason)}

NOT_LEADERS = frozenset({Reason.CALLED, Reason.RESIGNED, Reason.SECONDED})
"""What leaders are spared."""


class Fate(NamedTuple):
    """That somebody leaves, or is seconded, when, and why; its place in `Reason`."""

    month: int
    order: int
    reason: Reason


def fates(
    cadre: Cadre, lots: Sequence[float], conditions: Conditions
) -> tuple[Fate, ...]:
    """Return what would take a person away, in order of time.

    Parameters
    ----------
    cadre
        The person, whose time begins at `Cadre.entered`.
    lots
        The person's numbers between 0 and 1, by `Lot`.
    conditions
        The rates.
    """
    return tuple(sorted(_fates(cadre, lots, conditions)))


def _fates(
    cadre: Cadre, lots: Sequence[float], conditions: Conditions
) -> Iterator[Fate]:
    yield _fate(max(cadre.retires, cadre.exposed), Reason.RETIRED)
    yield from _after(cadre.exposed, lots[Lot.LOST], conditions.lost, Reason.LOST)
    if conditions.left_early > 0:
        begin = early_from(cadre, joined=cadre.joined, retires=cadre.retires)
        begin = max(begin, cadre.exposed)
        yield from _after(begin, lots[Lot.EARLY], conditions.left_early, Reason.EARLY)
    if cadre.identity in CALLED_AWAY:
        month = called_month(lots[Lot.CALLED], cadre, conditions)
        if month is not None:
            yield _fate(month, Reason.CALLED)
        begin = max(cadre.exposed, cadre.joined + conditions.minimum)
        resigned, seconded = conditions.resigned, conditions.seconded
        yield from _after(begin, lots[Lot.RESIGNED], resigned, Reason.RESIGNED)
        yield from _after(begin, lots[Lot.SECONDED], seconded, Reason.SECONDED)


def _fate(month: int, reason: Reason) -> Fate:
    return Fate(month, ORDER[reason], reason)


def _after(begin: int, number: float, rate: float, reason: Reason) -> Iterator[Fate]:
    """Yield what happens at a rate from a month on, if it ever does."""
    months = wait(number, rate)
    if months is not None:
        yield _fate(begin + months, reason)


def called_month(number: float, cadre: Cadre, conditions: Conditions) -> int | None:
    """Return when a person is called away: often while young, later rarely."""
    begin = max(cadre.exposed, cadre.joined + conditions.minimum)
    young = max(0, cadre.born + conditions.young_until - begin)
    rate = conditions.called_young
    early = wait(number, rate)
    if early is not None and early < young:
        return begin + early
    late = wait(number, conditions.called_older, spent=young * rate)
    return None if late is None else begin + young + late
