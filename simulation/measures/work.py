"""Work done: how long each person was at work week by week, and for which lead."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scenarios.language.base import PersonId, PostId
from simulation.calendars import Calendar
from simulation.log import NIGHT, Event, Row
from simulation.measures.weeks import WEEK

SPELLS = (Event.INTERRUPTED, Event.ENDED, Event.CUT)
"""The rows that end a spell of work and say how long it was; the year's end, too."""


@dataclass(frozen=True, slots=True)
class Work:
    """How long people were at work in the year, duty at night apart.

    Parameters
    ----------
    by_week
        Of each person in each week, overtime apart; a spell over a week's end counts
        in both.
    by_lead
        On what each lead commands, overtime too.
    at_night
        Of each person, on duty at night.
    """

    by_week: Mapping[PersonId, Sequence[int]]
    by_lead: Mapping[PostId, int]
    at_night: Mapping[PersonId, int]


def work_done(
    spells: Iterable[Row],
    away: Iterable[Row],
    overtime: Iterable[Row],
    calendar: Calendar,
    weeks: int,
) -> Work:
    """Return how long people were at work.

    Parameters
    ----------
    spells
        The rows that end spells of work.
    away
        The rows of days that people were away.
    overtime
        The rows of what of the spells was over time.
    calendar
        The town's.
    weeks
        How many weeks the year has.
    """
    by_week: defaultdict[PersonId, list[int]] = defaultdict(lambda: [0] * weeks)
    by_lead: defaultdict[PostId, int] = defaultdict(int)
    at_night: defaultdict[PersonId, int] = defaultdict(int)
    over_weeks: list[Row] = []
    for row in spells:
        if row.how == NIGHT:
            at_night[row.person] += row.length
            continue
        week = row.at // WEEK
        by_lead[row.lead] += row.length
        if row.since is not None and row.since < week * WEEK:
            over_weeks.append(row)
        else:
            by_week[row.person][week] += row.length
    days_away = _by_week(away) if over_weeks else {}
    for row in over_weeks:
        for week, length in _shares(row, days_away, calendar):
            by_week[row.person][week] += length
    for row in overtime:
        by_week[row.person][row.at // WEEK] -= row.length
    return Work(by_week, by_lead, at_night)


def _by_week(rows: Iterable[Row]) -> Mapping[tuple[PersonId, int], Sequence[Row]]:
    """Return rows by their person and week."""
    found: defaultdict[tuple[PersonId, int], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.person, row.at // WEEK].append(row)
    return found


def _shares(
    spell: Row, away: Mapping[tuple[PersonId, int], Sequence[Row]], calendar: Calendar
) -> Iterator[tuple[int, int]]:
    """Yield the weeks of a spell of work with the part of its length in each."""
    left, begin = spell.length, spell.since or 0
    for week in range(begin // WEEK, spell.at // WEEK):
        end = (week + 1) * WEEK
        days = away.get((spell.person, week), ())
        gone = sum(day.length for day in days if day.at >= begin)
        length = min(left, calendar.between(begin, end) - gone)
        yield week, length
        left, begin = left - length, end
    yield spell.at // WEEK, left
