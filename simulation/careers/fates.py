"""What will take somebody away, and when."""

from collections.abc import Sequence
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


def fates(cadre: Cadre, lots: Sequence[float], conditions: Conditions) -> list[Fate]:
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
    exposed = cadre.exposed
    found: list[Fate] = []

    def add(reason: Reason, begin: int, months: int | None) -> None:
        if months is not None:
            found.append(Fate(begin + months, ORDER[reason], reason))

    add(Reason.RETIRED, max(cadre.retires, exposed), 0)
    add(Reason.LOST, exposed, wait(lots[Lot.LOST], conditions.lost))
    if conditions.left_early > 0:
        begin = early_from(cadre, joined=cadre.joined, retires=cadre.retires)
        months = wait(lots[Lot.EARLY], conditions.left_early)
        add(Reason.EARLY, max(begin, exposed), months)
    if cadre.identity in CALLED_AWAY:
        add(Reason.CALLED, 0, called_month(lots[Lot.CALLED], cadre, conditions))
        begin = max(exposed, cadre.joined + conditions.minimum)
        add(Reason.RESIGNED, begin, wait(lots[Lot.RESIGNED], conditions.resigned))
        add(Reason.SECONDED, begin, wait(lots[Lot.SECONDED], conditions.seconded))
    found.sort()
    return found


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
