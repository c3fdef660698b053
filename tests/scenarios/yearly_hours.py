"""Hours a year that a stream of work asks of the town's own people."""

from scenarios import Town
from scenarios.language.arrivals import Arrival, Every
from scenarios.language.durations import Duration
from scenarios.language.people import Control
from scenarios.language.steps import JointStep, MeetStep, Step, WorkStep
from scenarios.language.structure import UnitKind
from scenarios.language.work import Stream

WORKING_DAYS = 248
PIECES = {Every.DAY: WORKING_DAYS, Every.WEEK: 52, Every.MONTH: 12, Every.QUARTER: 4}


def yearly_hours(town: Town, stream: Stream) -> float:
    """Return the mean hours a year, without decisions and waits for the county.

    Duty at night takes no working time.
    """
    if stream.coverage is not None:
        there = stream.coverage
        if there.nights:
            return 0
        return WORKING_DAYS * there.staff * there.hours_per_day
    if stream.campaign is not None:
        campaign = stream.campaign
        assert campaign.days is not None
        return campaign.days * campaign.people * campaign.hours_per_day
    assert stream.arrive is not None
    each = sum(_hours_of(town, step) for step in stream.steps)
    return _pieces(stream.arrive) * each


def _pieces(arrive: Arrival) -> float:
    if arrive.per_year is not None:
        return arrive.per_year
    if arrive.season_days is not None:
        return arrive.season_days
    if arrive.dates is not None:
        return len(arrive.dates) * arrive.number
    assert arrive.every is not None
    return PIECES[arrive.every] * arrive.number


def _hours_of(town: Town, step: Step) -> float:
    match step:
        case WorkStep():
            return step.who.count * _mean(step.hours)
        case MeetStep():
            return (len(step.meet.posts) or step.meet.count) * _mean(step.hours)
        case JointStep():
            own = [post for post in step.joint if not _is_dispatched(town, post)]
            return len(own) * _mean(step.hours)
        case _:
            return 0


def _is_dispatched(town: Town, post: str) -> bool:
    unit = town.units[town.posts[post].unit]
    return unit.kind is UnitKind.DISPATCHED and unit.control is not Control.TOWN


def _mean(hours: Duration) -> float:
    assert hours.mean is not None
    return hours.mean
