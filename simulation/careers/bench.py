"""Who stands for which kind of chair, the best first (候选人)."""

from heapq import heapify, heappop, heappush

from simulation.careers.candidates import (
    KINDS,
    LEVEL_OF_DUTIES,
    stands_for,
    when_time_tells,
)
from simulation.careers.career import PLACES, Career
from simulation.careers.chairs import Kind
from simulation.careers.conditions import Conditions

TITLED = 2**36 * PLACES
"""More than anybody's points: those who have the title go before all others."""


class Ranking:
    """The candidates for one kind of chair, put in order once a year.

    The order is by the most points that each can have in the year. Who is the best in
    a month is then found among the first few.

    Parameters
    ----------
    kind
        The kind of chair.

    Attributes
    ----------
    standing
        The candidates by place.
    """

    def __init__(self, kind: Kind) -> None:
        self.standing: dict[int, Career] = {}
        self._level_of_duty = LEVEL_OF_DUTIES.get(kind)
        self._hopes: list[int] = []
        self._tried: list[int] = []  # hopes of those of whom more is known this month
        self._found: list[int] = []  # what is known

    def hope(self, career: Career, order: int) -> None:
        """Put in order somebody who stands only now, or may hope for more than before.

        What was hoped for before stays, and does no harm.
        """
        heappush(self._hopes, self._own(career, order))

    def begin(self) -> None:
        """Begin a month, in which all may be in another order."""
        for hope in self._tried:
            heappush(self._hopes, hope)
        self._tried.clear()
        self._found.clear()

    def best(self, now: int) -> Career | None:
        """Return the best in a month of the year for which all are in order."""
        standing, found, hopes = self.standing, self._found, self._hopes
        while True:
            while found and found[0] % PLACES not in standing:
                heappop(found)
            if not hopes or (found and found[0] <= hopes[0]):
                return standing[found[0] % PLACES] if found else None
            hope = heappop(hopes)
            one = standing.get(hope % PLACES)
            if one is not None:
                self._tried.append(hope)
                heappush(found, self._own(one, one.order(now, now)))

    def put_in_order(self, now: int, until: int) -> None:
        """Begin a year, in a month of it, which ends with a month."""
        everybody = self.standing.values()
        if self._level_of_duty is None:
            self._hopes = [one.order(now, until) for one in everybody]
        else:
            self._hopes = [self._own(one, one.order(now, until)) for one in everybody]
        heapify(self._hopes)
        self._tried.clear()
        self._found.clear()

    def _own(self, one: Career, order: int) -> int:
        """Return somebody's order here: for a duty, who has the title goes first."""
        level = self._level_of_duty
        return order if level is None or one.held < level else order - TITLED


class Bench:
    """The candidates for each kind of chair, kept up to date by what happens.

    A person is looked at again when something happens to that person, and in the few
    months from which time alone makes a difference; nobody else is.

    Parameters
    ----------
    conditions
        The terms of the careers.
    """

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions
        self._rankings = {kind: Ranking(kind) for kind in KINDS}
        self._bits = [(1 << kind, ranking) for kind, ranking in self._rankings.items()]
        self._due: dict[int, list[Career]] = {}
        self._in_order = 0  # kinds whose candidates are, this year, a bit each
        self._asked = 0  # kinds that were asked for in this month, a bit each
        self._now = self._last = conditions.start - 1

    def enter(self, career: Career, now: int) -> None:
        """Put somebody who enters on the bench, now or as soon as time allows."""
        if career.established:
            for month in when_time_tells(career, self._conditions):
                if month > now:
                    self.look_again(career, month)
            self.look(career, now)

    def look_again(self, career: Career, month: int) -> None:
        """Look at somebody again in a month."""
        self._due.setdefault(month, []).append(career)

    def look(self, career: Career, now: int) -> None:
        """Let somebody stand for those chairs, and only those, for which one qualifies.

        Needed whenever that may change.
        """
        kinds = stands_for(career, now, self._conditions)
        changed = kinds ^ career.stands
        if not changed:
            return
        career.stands = kinds
        for bit, ranking in self._bits:
            if changed & bit:
                if kinds & bit:
                    ranking.standing[career.place] = career
                else:
                    del ranking.standing[career.place]
        self._hope(career, changed & kinds, now)

    def hope(self, career: Career, now: int) -> None:
        """Let somebody hope for more: a chair or a rung earns points from now on."""
        self._hope(career, career.stands, now)

    def open(self, now: int) -> None:
        """Begin to fill chairs in a month; months come in their order."""
        for month in range(self._now + 1, now + 1):
            for career in self._due.pop(month, ()):
                self.look(career, now)
        if now > self._last:
            self._last = now + 11 - (now - self._conditions.start) % 12
            self._in_order = 0
        self._now = now
        if self._asked:
            for bit, ranking in self._bits:
                if self._asked & bit:
                    ranking.begin()
            self._asked = 0

    def best(self, kind: Kind) -> tuple[Career, int] | None:
        """Return the best candidate for chairs of a kind, and how many stand."""
        ranking = self._rankings[kind]
        if not ranking.standing:
            return None
        self._asked |= 1 << kind
        if not self._in_order >> kind & 1:
            self._in_order |= 1 << kind
            ranking.put_in_order(self._now, self._last)
        best = ranking.best(self._now)
        return None if best is None else (best, len(ranking.standing))

    def _hope(self, career: Career, kinds: int, now: int) -> None:
        """Let somebody hope for chairs of some kinds, as far as those are in order."""
        kinds &= self._in_order
        if kinds and now <= self._last:
            order = career.order(now, self._last)
            for bit, ranking in self._bits:
                if kinds & bit:
                    ranking.hope(career, order)
