"""The shifts of presence that a stream asks for, by day and at night."""

from collections.abc import Iterator, Sequence
from datetime import date

from scenarios.language.work import Campaign, Coverage, Stream
from simulation.clock import of_hours
from simulation.play.duties import Duty, Shift
from simulation.play.lines import Pool
from simulation.play.nights import Night
from simulation.play.pieces import Task
from simulation.play.pools import Pools
from simulation.play.situation import People
from simulation.rows import NIGHT
from simulation.timetables import Timetable


def duty_of(
    stream: Stream, task: Task, pools: Pools, days: Timetable, overtime: int
) -> Duty | None:
    """Return the duty by day that a stream is, if it is one.

    `overtime` is how long a day may be beyond its end, where the work allows it.
    """
    longest = days.length + (overtime if task.overtime else 0)
    if stream.coverage is not None and not stream.coverage.nights:
        cover = stream.coverage
        length = min(of_hours(cover.hours_per_day), longest)
        shifts = tuple(by_day(days, days.days, length, cover.staff))
        return Duty(task, _covering(cover, pools), shifts, "coverage")
    if stream.campaign is not None:
        campaign = stream.campaign
        length = min(of_hours(campaign.hours_per_day), longest)
        on = campaign_days(campaign, days)
        shifts = tuple(by_day(days, on, length, campaign.people))
        return Duty(task, pools.of(campaign.who), shifts, "campaign", turns={})
    return None


def duty_at_night(
    stream: Stream, task: Task, pools: Pools, nights: Sequence[Night]
) -> Duty | None:
    """Return the duty at night that a stream is, with the nights of its rota."""
    if stream.coverage is None:
        return None
    cover = stream.coverage
    pool = _covering(cover, pools)
    bits = {hand.worker.person.id: hand.worker.bit for hand in (*pool.a, *pool.b)}

    def barred(night: Night) -> Iterator[People]:
        for person in night.people:
            yield pool.people & ~bits[person]
        for _ in range(cover.staff - len(night.people)):
            yield pool.people

    shifts = tuple(
        Shift(night.begin, night.end, night.end - night.begin, tuple(barred(night)))
        for night in nights
    )
    return Duty(task, pool, shifts, NIGHT)


def pool_of_duty(stream: Stream, pools: Pools) -> Pool | None:
    """Return whom a stream that is a duty, by day or at night, asks for presence."""
    if stream.coverage is not None:
        return _covering(stream.coverage, pools)
    return None if stream.campaign is None else pools.of(stream.campaign.who)


def _covering(cover: Coverage, pools: Pools) -> Pool:
    return pools.of_posts(cover.post) if cover.who is None else pools.of(cover.who)


def by_day(
    days: Timetable, on: Sequence[date], length: int, people: int
) -> Iterator[Shift]:
    """Yield the shift of each day, from its opening."""
    for day in on:
        opening = days.opening(day)
        end = opening + max(length, days.length)
        yield Shift(opening, end, length, (0,) * people)


def campaign_days(campaign: Campaign, days: Timetable) -> tuple[date, ...]:
    """Return a campaign's working days, spread evenly where it has but some of them.

    A campaign on some of its days only isn't played before 1 January.
    """
    within = [day for day in days.days if _is_within(campaign, day)]
    if campaign.days is None:
        return tuple(within)
    return _spread([day for day in within if day.year == days.year], campaign.days)


def _is_within(campaign: Campaign, day: date) -> bool:
    place = (day.month, day.day)
    if campaign.from_ <= campaign.to:
        return campaign.from_ <= place <= campaign.to
    return place >= campaign.from_ or place <= campaign.to


def _spread(days: Sequence[date], number: int) -> tuple[date, ...]:
    if number >= len(days):
        return tuple(days)
    return tuple(
        days[(2 * place + 1) * len(days) // (2 * number)] for place in range(number)
    )
