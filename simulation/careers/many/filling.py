"""Filling vacant chairs in all replications, the next of each in turn."""

import numpy as np

from simulation.careers.cadre import BELOW, PROBATION_MONTHS
from simulation.careers.chairs import Level
from simulation.careers.log import Happened
from simulation.careers.luck import Lot
from simulation.careers.many.arrays import Counts, Flags
from simulation.careers.many.arrivals import follow
from simulation.careers.many.crowd import NOBODY, Crowd, People
from simulation.careers.many.seats import Seats


def fill(seats: Seats, rows: Counts, openings: Counts, now: int) -> None:
    """Fill what can be filled this month, from the top, as `fill_chairs` does.

    Parameters
    ----------
    seats
        The chairs.
    rows
        In which replications.
    openings
        How many leaders' posts institution staff may still get, by replication.
    now
        The month.
    """
    numbers = np.arange(seats.vacant.shape[1])
    fit = _fit(seats, now)
    next_ = np.zeros(len(rows), np.int32)
    while True:
        free = seats.vacant[rows] & (numbers >= next_[:, None])
        some = free.any(axis=1)
        if not some.any():
            return
        rows, free = rows[some], free[some]
        chair = free.argmax(axis=1)
        next_ = chair + 1
        _fill_one(seats, fit, (rows, chair), openings, now)


def _fill_one(
    seats: Seats, fit: Flags, free: tuple[Counts, Counts], openings: Counts, now: int
) -> None:
    """Fill one chair in each of some replications."""
    crowd, (rows, chair) = seats.crowd, free
    leads = seats.chairs.level[chair] == Level.LEADER
    standing = _standing(seats, fit, free, now)
    if leads.any():
        closed = leads & (openings[rows] <= 0)
        standing &= ~closed[:, None] | crowd.lines.civil
        standing &= ~(leads & ~_from_inside(seats, free))[:, None]
    count = standing.sum(axis=1)
    outside = leads & (count == 0) & (seats.left_by[free] != NOBODY)
    inside = count > 0
    if inside.any():
        found = rows[inside], chair[inside]
        best = _best(seats, standing[inside], found, now)
        _before_inside(seats, found, best, openings)
        seats.take((found[0], best), found[1], now, count[inside])
        led = leads[inside]
        _lift(crowd, (rows[inside][led], best[led]), now)
    if outside.any():
        found = rows[outside], chair[outside]
        at = found[0], seats.left_by[found]
        follow(crowd, at, now, lead=True)
        seats.take(at, found[1], now, 0)
        _lift(crowd, at, now)


def _lift(crowd: Crowd, leaders: People, now: int) -> None:
    """Put new leaders on the rung that goes with the post, rung by rung."""
    while len(leaders[0]):
        rung = crowd.rung[leaders]
        low = rung < crowd.lines.of_leaders[leaders[1]]
        leaders, rung = (leaders[0][low], leaders[1][low]), rung[low]
        crowd.rung[leaders], crowd.rung_since[leaders] = rung + 1, now
        for happened, those in (
            (Happened.CONFIRMED, rung == BELOW),
            (Happened.PROMOTED, rung != BELOW),
        ):
            at = leaders[0][those], leaders[1][those]
            crowd.journal.note(happened, now, crowd.who(at), of=crowd.rung[at])


def _fit(seats: Seats, now: int) -> Flags:
    """Return who may stand for anything this month, as far as they stay."""
    crowd = seats.crowd
    term = now + crowd.conditions.term
    fit: Flags = (crowd.retires >= term) & crowd.lines.established
    return fit & (crowd.away_until <= now)


def _standing(seats: Seats, fit: Flags, free: tuple[Counts, Counts], now: int) -> Flags:
    """Return who qualifies for which chair, as `career.qualified` does."""
    crowd, chairs, (rows, chair) = seats.crowd, seats.chairs, free
    level, titled = chairs.level[chair][:, None], chairs.titled[chair][:, None]
    held, bars = crowd.held[rows], crowd.duty_bars[rows]
    deputy = level == Level.MID_DEPUTY
    served = np.where(deputy, PROBATION_MONTHS, crowd.conditions.minimum)
    up = np.where(
        titled,
        (held < level) & (crowd.highest[rows] <= level),
        (held < Level.LEADER) & (bars < level),
    )
    up &= (level < Level.LEADER) | (held > 0) | (bars > 0)
    up &= fit[rows] & crowd.present[rows]
    up &= crowd.joined[rows] <= now - served
    standing: Flags = up & (crowd.rests[chairs.kind[chair], rows] <= now)
    return standing


def _from_inside(seats: Seats, free: tuple[Counts, Counts]) -> Flags:
    """Tell whether luck lets a leader come from inside, if anybody qualifies."""
    crowd, before = seats.crowd, seats.left_by[free]
    known = before != NOBODY
    inside = np.ones(len(before), np.bool_)
    at = free[0][known], before[known]
    lots = crowd.fortunes.lots(*at, crowd.generation[at])[:, Lot.INSIDE]
    inside[known] = lots < crowd.conditions.inside_share
    return inside


def _best(
    seats: Seats, standing: Flags, free: tuple[Counts, Counts], now: int
) -> Counts:
    """Return the best of those who stand: those with the title first, for a duty."""
    crowd, chairs, (rows, chair) = seats.crowd, seats.chairs, free
    bare = ~chairs.titled[chair]
    if bare.any():
        having = standing & (crowd.held[rows] >= chairs.level[chair][:, None])
        use = bare & having.any(axis=1)
        standing = np.where(use[:, None], having, standing)
    row, line = np.nonzero(standing)
    points = np.full(standing.shape, -1)
    points[row, line] = crowd.points((rows[row], line), now)
    best: Counts = points.argmax(axis=1)
    return best


def _before_inside(
    seats: Seats, free: tuple[Counts, Counts], best: Counts, openings: Counts
) -> None:
    """Book what follows where a leader comes from inside.

    An opening for institution staff is used, and the place of the leader who left may
    be filled by a recruit.
    """
    leads = seats.chairs.level[free[1]] == Level.LEADER
    if leads.any():
        staff = leads & ~seats.crowd.lines.civil[best]
        openings[free[0][staff]] -= 1
        known = leads & (seats.left_by[free] != NOBODY)
        seats.replace((free[0][known], seats.left_by[free][known]))
