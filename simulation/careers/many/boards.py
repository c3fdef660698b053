"""Boards in all replications."""

import numpy as np

from simulation.careers.boards import NEARLY, Limit
from simulation.careers.cadre import BELOW, PROBATION_MONTHS
from simulation.careers.chairs import Level
from simulation.careers.log import Happened
from simulation.careers.many.arrays import Counts, Flags
from simulation.careers.many.crowd import Crowd
from simulation.careers.many.lines import Climb

PLENTY = 2**30
"""The room where no quota bars a rung."""


class Boards:
    """The boards of every replication.

    Parameters
    ----------
    crowd
        Everybody.

    Attributes
    ----------
    used
        How many of the places that the county gave are used: by ladder, a row a
        quota and a column a replication.
    """

    def __init__(self, crowd: Crowd) -> None:
        setting, size = crowd.setting, len(crowd.present)
        self.crowd = crowd
        self.climbs = tuple(Climb.of(one, setting) for one in setting.ladders.values())
        self.used = [
            np.zeros((len(one.steps.limits), size), np.int32) for one in self.climbs
        ]

    def meet(self, rows: Counts, now: int) -> None:
        """Let the boards of all ladders meet in some replications."""
        for climb, used in zip(self.climbs, self.used, strict=True):
            if len(climb.columns):
                meeting = _Meeting(self.crowd, climb, used, rows, now)
                meeting.confirm()
                meeting.promote()


class _Meeting:
    """The boards of one ladder in some replications in a month."""

    def __init__(
        self, crowd: Crowd, climb: Climb, used: Counts, rows: Counts, now: int
    ) -> None:
        self.crowd, self.climb, self.used = crowd, climb, used
        self.rows, self.now = rows, now
        self.grid = np.ix_(rows, climb.columns)
        self.there: Flags = crowd.present[self.grid]

    def confirm(self) -> None:
        """Put those whose probation is over on the lowest rung."""
        crowd, start = self.crowd, self.crowd.conditions.start
        below = self.there & (crowd.rung[self.grid] == BELOW)
        if not below.any():
            return
        since = np.maximum(crowd.joined[self.grid] + PROBATION_MONTHS, start)
        due = below & (since <= self.now) & (crowd.held[self.grid] != Level.LEADER)
        at = self._people(due)
        crowd.rung[at], crowd.rung_since[at] = 0, since[due]
        crowd.journal.note(Happened.CONFIRMED, self.now, crowd.who(at))

    def promote(self) -> None:
        """Let those rise for whom there is room, from the top rung down."""
        crowd, limits = self.crowd, self.climb.steps.limits
        rung = crowd.rung[self.grid]
        ready = self._ready(rung)
        strength = self.there.sum(axis=1)
        everybody, leaders = self._standing(rung)
        for target in range(len(everybody) - 1, 0, -1):
            standing = ready & (rung == target - 1)
            if not standing.any():
                continue
            barring = [(k, one) for k, one in enumerate(limits) if one.bars(target)]
            room = np.full(len(self.rows), PLENTY)
            for k, limit in barring:
                left = self._room(k, limit, strength, everybody, leaders)
                room = np.minimum(room, np.maximum(0, left))
            risen = self._first(standing, room)
            number = risen.sum(axis=1)
            everybody[target - 1] -= number
            everybody[target] += number
            for k, _ in barring:
                self.used[k, self.rows] += number
            at = self._people(risen)
            crowd.rung[at], crowd.rung_since[at] = target, self.now
            crowd.journal.note(Happened.PROMOTED, self.now, crowd.who(at), of=target)

    def _ready(self, rung: Counts) -> Flags:
        """Tell who has the years, the marks and the titles for a next rung."""
        crowd, climb, now = self.crowd, self.climb, self.now
        months, saves = climb.months[rung], climb.steps.saves
        ready = self.there & (rung != BELOW)
        if saves or climb.excellent.any():
            marks = crowd.excellent_on_rung(self.rows, climb.columns, now)
            months = months - saves * marks
            ready &= marks >= climb.excellent[rung]
        ready &= now - crowd.rung_since[self.grid] >= months
        if climb.service.any():
            ready &= now - crowd.joined[self.grid] >= climb.service[rung]
        if climb.titles.any():
            asked = climb.titles[rung]
            ready &= (asked == 0) | (asked & crowd.titles[self.grid] != 0)
        done: Flags = ready
        return done

    def _standing(self, rung: Counts) -> tuple[list[Counts], list[Counts]]:
        """Return how many stand on each rung: all, and the leaders among them."""
        lead = self.there & (self.crowd.held[self.grid] == Level.LEADER)
        rungs = range(len(self.climb.steps.rungs))
        everybody = [(self.there & (rung == one)).sum(axis=1) for one in rungs]
        counted = all(one.leaders_count for one in self.climb.steps.limits)
        if counted:
            return everybody, []
        return everybody, [(lead & (rung == one)).sum(axis=1) for one in rungs]

    def _room(
        self,
        number: int,
        limit: Limit,
        strength: Counts,
        everybody: list[Counts],
        leaders: list[Counts],
    ) -> Counts:
        """Return what `boards.Places` says of one quota."""
        if limit.per_year is not None:
            months = self.now - self.crowd.conditions.start + 1
            left: Counts = limit.given(months) - self.used[number, self.rows]
            return left
        standing = np.zeros(len(self.rows), np.int32)
        for rung in limit.rungs:
            standing += everybody[rung]
            if not limit.leaders_count:
                standing -= leaders[rung]
        if limit.seats is not None:
            return limit.most(0) - standing
        share = 1.0 if limit.share is None else limit.share
        most = np.floor(share * strength + NEARLY).astype(np.int32)
        found: Counts = most - standing
        return found

    def _first(self, standing: Flags, room: Counts) -> Flags:
        """Return the best of each replication, as far as there is room."""
        number = standing.sum(axis=1)
        risen = standing & (room > 0)[:, None]
        short = np.flatnonzero((room > 0) & (number > room))
        if len(short):
            row, column = np.nonzero(standing[short])
            points = np.full((len(short), standing.shape[1]), -1)
            at = self.rows[short][row], self.climb.columns[column]
            points[row, column] = self.crowd.points(at, self.now)
            order = (-points).argsort(axis=1, kind="stable")
            first = np.arange(order.shape[1]) < room[short, None]
            chosen = np.zeros(order.shape, np.bool_)
            np.put_along_axis(chosen, order, first, axis=1)
            risen[short] = chosen
        return risen

    def _people(self, those: Flags) -> tuple[Counts, Counts]:
        row, column = np.nonzero(those)
        return self.rows[row], self.climb.columns[column]
