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


RETIRED, EARLY, LOST, CALLED, RESIGNED, SECONDED, MOVED = Reason
"""The same by short names, which are looked up without asking the class."""

ORDER = {reason: number for number, reason in enumerate(Reason)}

NOT_LEADERS = frozenset({CALLED, RESIGNED, SECONDED})
"""What leaders are spared."""


class Fate(NamedTuple):
    """That somebody leaves, or is seconded, when, and why; its place in `Reason`."""

    month: int
    order: int
    reason: Reason


def fates(cadre: Cadre, lots: Sequence[float], conditions: Conditions) -> list[Fate]:
    """Return what would take a person away before the end, in order of time.

    Parameters
    ----------
    cadre
        The person, whose time begins at `Cadre.entered`.
    lots
        The person's numbers between 0 and 1, by `Lot`.
    conditions
        The rates.
    """
    exposed, end = cadre.exposed, conditions.end
    waits = [
        (RETIRED, max(cadre.retires, exposed), 0),
        (LOST, exposed, wait(lots[Lot.LOST], conditions.lost)),
    ]
    if conditions.left_early > 0:
        begin = early_from(cadre, joined=cadre.joined, retires=cadre.retires)
        months = wait(lots[Lot.EARLY], conditions.left_early)
        waits.append((EARLY, max(begin, exposed), months))
    if cadre.identity in CALLED_AWAY:
        begin = max(exposed, cadre.joined + conditions.minimum)
        called = called_month(lots[Lot.CALLED], cadre, conditions)
        resigned = wait(lots[Lot.RESIGNED], conditions.resigned)
        seconded = wait(lots[Lot.SECONDED], conditions.seconded)
        waits += (CALLED, 0, called), (RESIGNED, begin, resigned)
        waits.append((SECONDED, begin, seconded))
    found = [
        Fate(begin + months, ORDER[reason], reason)
        for reason, begin, months in waits
        if months is not None and begin + months < end
    ]
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
