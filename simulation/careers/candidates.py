"""Candidates: who may stand for which kinds of chairs (资格)."""

from typing import Final

from simulation.careers.cadre import PROBATION_MONTHS
from simulation.careers.career import Career
from simulation.careers.chairs import Kind, Level, kind_of
from simulation.careers.conditions import Conditions

DEPUTY: Final = int(Level.MID_DEPUTY)
CHIEF: Final = int(Level.MID_CHIEF)
LEADER: Final = int(Level.LEADER)

CIVIL_LEADERS: Final[Kind] = 0
"""A leader's chair for which only civil servants may stand; no chair's own kind."""
LEADERS: Final[Kind] = kind_of(Level.LEADER, titled=True)
CHIEFS: Final[Kind] = kind_of(Level.MID_CHIEF, titled=True)
DEPUTIES: Final[Kind] = kind_of(Level.MID_DEPUTY, titled=True)
CHIEFS_DUTIES: Final[Kind] = kind_of(Level.MID_CHIEF, titled=False)
DEPUTIES_DUTIES: Final[Kind] = kind_of(Level.MID_DEPUTY, titled=False)

KINDS: Final[tuple[Kind, ...]] = (
    CIVIL_LEADERS, LEADERS, CHIEFS, DEPUTIES, CHIEFS_DUTIES, DEPUTIES_DUTIES
)  # fmt: skip
LEVEL_OF_DUTIES: Final = {CHIEFS_DUTIES: CHIEF, DEPUTIES_DUTIES: DEPUTY}
"""The level of title that goes first, by the kinds of chairs without title."""

FOR_CONFIRMED: Final = 1 << DEPUTIES | 1 << DEPUTIES_DUTIES
FOR_LONG_SERVED: Final = (
    1 << CIVIL_LEADERS | 1 << LEADERS | 1 << CHIEFS | 1 << CHIEFS_DUTIES
)


def stands_for(one: Career, now: int, conditions: Conditions) -> int:
    """Return the kinds of chairs for which somebody qualifies in a month, a bit each.

    Civil servants and institution staff who can serve a term before they retire and
    aren't seconded stand for what is a step up. For the lower chairs they are
    confirmed, for the higher ones have served the minimum. After a term in a chair
    they rest from those of its kind.
    """
    if (
        not one.established
        or one.gone
        or one.retires < now + conditions.term
        or one.away_until > now
    ):
        return 0
    kinds = _steps_up(one)
    if one.joined > now - PROBATION_MONTHS:
        kinds &= ~FOR_CONFIRMED
    if one.joined > now - conditions.minimum:
        kinds &= ~FOR_LONG_SERVED
    for kind, until in one.rests.items():
        if until > now:
            kinds &= ~(1 << kind)
    return kinds


def when_time_tells(one: Career, conditions: Conditions) -> tuple[int, ...]:
    """Return the months from which somebody stands for more, or less, by time alone."""
    return (
        one.joined + PROBATION_MONTHS,
        one.joined + conditions.minimum,
        one.retires - conditions.term + 1,
    )


def _steps_up(one: Career) -> int:
    """Return the kinds of chairs that are a step up from all one holds and held.

    Leaders come from mid-level. Who has a duty that goes with a title takes no other.
    """
    held, highest, duty = one.held, one.highest, one.duty
    if held == LEADER:
        return 0
    kinds = 0
    if held or duty is not None:
        kinds = 1 << LEADERS | 1 << CIVIL_LEADERS if one.civil else 1 << LEADERS
    if held < CHIEF and highest <= CHIEF:
        kinds |= 1 << CHIEFS
    if held < DEPUTY and highest <= DEPUTY:
        kinds |= 1 << DEPUTIES
    if duty is None:
        kinds |= 1 << CHIEFS_DUTIES | 1 << DEPUTIES_DUTIES
    elif duty.level < CHIEF and not duty.titled:
        kinds |= 1 << CHIEFS_DUTIES
    return kinds
