"""From a number between 0 and 1 to the month in which something happens.

Chances a year become rates a month; the month is found by inversion. All functions
are plain arithmetic on months, so that they can be checked by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, log1p

from scenarios.language.people import Identity
from scenarios.language.settings import CareerFlows
from simulation.careers.cadre import Cadre

CALLED_AWAY = frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF})
"""Who may be called away by the county (借调、遴选)."""


class Reason(StrEnum):
    """Why somebody leaves the town."""

    RETIRED = "retired"
    LOST = "lost"
    CALLED = "called_away"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, order=True)
class Fate:
    """That somebody leaves, when, and why; the earlier one comes true."""

    month: int
    reason: Reason


def fates(
    cadre: Cadre, *, called: float, lost: float, flows: CareerFlows
) -> tuple[Fate, ...]:
    """Return what would take a person away, in order of time.

    Parameters
    ----------
    cadre
        The person, whose time begins at `Cadre.entered`.
    called, lost
        The person's numbers between 0 and 1 for being called away and for death or
        illness.
    flows
        The chances.
    """
    return tuple(sorted(_fates(cadre, called, lost, flows)))


def _fates(
    cadre: Cadre, called: float, lost: float, flows: CareerFlows
) -> Iterator[Fate]:
    yield Fate(max(cadre.retires, cadre.exposed), Reason.RETIRED)
    gone = wait(lost, rate_a_month(flows.lose))
    if gone is not None:
        yield Fate(cadre.exposed + gone, Reason.LOST)
    if cadre.identity in CALLED_AWAY:
        month = called_month(called, cadre, flows)
        if month is not None:
            yield Fate(month, Reason.CALLED)


def called_month(number: float, cadre: Cadre, flows: CareerFlows) -> int | None:
    """Return when a person is called away: often while young, later rarely."""
    served = cadre.joined + round(flows.minimum_service_years * 12)
    begin = max(cadre.exposed, served)
    young = max(0, cadre.born + round(flows.young_until * 12) - begin)
    rate = rate_a_month(flows.leave_young)
    early = wait(number, rate)
    if early is not None and early < young:
        return begin + early
    spent = young * rate
    late = wait(number, rate_a_month(flows.leave_older), spent=spent)
    return None if late is None else begin + young + late


def rate_a_month(chance_a_year: float) -> float:
    """Return the rate a month of something with a chance a year."""
    return -log1p(-chance_a_year) / 12


def wait_by_chance(number: float, chance_a_month: float) -> int | None:
    """Return how many whole months pass, for something with a chance a month."""
    return 0 if chance_a_month >= 1 else wait(number, -log1p(-chance_a_month))


def wait(number: float, rate: float, *, spent: float = 0.0) -> int | None:
    """Return how many whole months pass before the month in which it happens.

    Parameters
    ----------
    number
        Between 0 and 1, drawn evenly.
    rate
        The rate a month from now on.
    spent
        What earlier months have used up of the number: the sum of their rates.

    Returns
    -------
    int or None
        0 if it happens in the first month; ``None`` if it never does.
    """
    if rate <= 0:
        return None
    left = -log1p(-number) - spent
    return max(0, ceil(left / rate) - 1)
