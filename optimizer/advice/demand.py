"""Posts that more work comes to than their A-holders have time for."""

from collections.abc import Iterator

from optimizer.advice.advice import Advice, about
from scenarios import Town
from scenarios.language.arrivals import Arrival, Every
from scenarios.language.base import PostId
from scenarios.language.settings import CalendarKind, CalendarSettings
from scenarios.language.steps import WorkStep
from scenarios.language.work import Stream

_DAYS = {
    CalendarKind.CHINA: 248,
    CalendarKind.PLAIN: 261,
    CalendarKind.CONTINUOUS: 365,
}
"""Working days of an ordinary year."""

_TIMES = {
    Every.WEEK: 52,
    Every.MONTH: 12,
    Every.QUARTER: 4,
    Every.HALF_YEAR: 2,
    Every.YEAR: 1,
}


def overfull_posts(town: Town) -> Iterator[Advice]:
    """Yield posts whose own work takes more hours a year than their seats have.

    Only work that goes to one post alone counts; what several posts may take, and what
    traces bring, can't be laid at one post's door.
    """
    hours = _working_hours(town.calendar)
    asked: dict[PostId, float] = {}
    for stream in town.work.values():
        for post, more in _demand(stream, town):
            asked[post] = asked.get(post, 0) + more
    full = [
        post
        for post, demand in asked.items()
        if town.posts[post].seats and demand > hours * town.posts[post].seats
    ]
    if full:
        yield Advice("posts_overfull", about("post", full))


def _demand(stream: Stream, town: Town) -> Iterator[tuple[PostId, float]]:
    """Yield a stream's hours a year, by the one post that they go to."""
    days = _DAYS[town.calendar.kind]
    if stream.coverage is not None and not stream.coverage.nights:
        cover = stream.coverage
        yield cover.post, cover.staff * cover.hours_per_day * days
    if stream.arrive is None:
        return
    pieces = _pieces(stream.arrive, town) * town.simulation.scale
    for step in stream.steps:
        if isinstance(step, WorkStep) and len(step.who.posts) == 1:
            yield step.who.posts[0], pieces * step.who.count * step.hours.expected


def _pieces(arrive: Arrival, town: Town) -> float:
    """Return how many pieces come in a year."""
    if arrive.per_year is not None:
        return arrive.per_year
    if arrive.per_hour is not None:
        return arrive.per_hour * _working_hours(town.calendar)
    if arrive.every is not None:
        times = _TIMES.get(arrive.every, _DAYS[town.calendar.kind])
        return times * arrive.number
    if arrive.dates is not None:
        return len(arrive.dates) * arrive.number
    return arrive.season_days or 0


def _working_hours(calendar: CalendarSettings) -> float:
    if calendar.kind is CalendarKind.CONTINUOUS:
        return 24 * 365
    return calendar.hours_per_day * _DAYS[calendar.kind]
