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
    tried
        The hopes of those of whom more is known in this month.
    """

    def __init__(self, kind: Kind) -> None:
        self.standing: dict[int, Career] = {}
        self._level_of_duty = LEVEL_OF_DUTIES.get(kind)
        self._until = 0
        self._hopes: list[int] = []
        self.tried: list[int] = []
        self._found: list[int] = []

    def hope(self, career: Career, now: int) -> None:
        """Put in order somebody who stands only now, or may hope for more than before.

        What was hoped for before stays, and does no harm.
        """
        if now <= self._until:
            heappush(self._hopes, self._order(career, now, self._until))

    def begin(self) -> None:
        """Begin a month, in which all may be in another order."""
        for hope in self.tried:
            heappush(self._hopes, hope)
        self.tried.clear()
        self._found.clear()

    def best(self, now: int, until: int) -> Career | None:
        """Return the best, in a month of the year that ends with a month."""
        standing, found = self.standing, self._found
        if until != self._until:
            self._put_in_order(now, until)
        hopes = self._hopes
        while True:
            while found and found[0] % PLACES not in standing:
                heappop(found)
            if not hopes or (found and found[0] <= hopes[0]):
                return standing[found[0] % PLACES] if found else None
            hope = heappop(hopes)
            one = standing.get(hope % PLACES)
            if one is not None:
                self.tried.append(hope)
                heappush(found, self._order(one, now, now))

    def _put_in_order(self, now: int, until: int) -> None:
        everybody = self.standing.values()
        self._hopes = [self._order(one, now, until) for one in everybody]
        heapify(self._hopes)
        self.tried.clear()
        self._found.clear()
        self._until = until

    def _order(self, one: Career, now: int, later: int) -> int:
        """Return somebody's order; for a duty those go first who have the title."""
        order, level = one.order(now, later), self._level_of_duty
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
        self._due: dict[int, list[Career]] = {}
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
        for kind, ranking in self._rankings.items():
            if not changed >> kind & 1:
                continue
            if kinds >> kind & 1:
                ranking.standing[career.place] = career
                ranking.hope(career, now)
            else:
                del ranking.standing[career.place]

    def hope(self, career: Career, now: int) -> None:
        """Let somebody hope for more: a chair or a rung earns points from now on."""
        if career.stands:
            for kind, ranking in self._rankings.items():
                if career.stands >> kind & 1:
                    ranking.hope(career, now)

    def open(self, now: int) -> None:
        """Begin to fill chairs in a month; months come in their order."""
        for month in range(self._now + 1, now + 1):
            for career in self._due.pop(month, ()):
                self.look(career, now)
        if now > self._last:
            self._last = now + 11 - (now - self._conditions.start) % 12
        self._now = now
        for ranking in self._rankings.values():
            if ranking.tried:
                ranking.begin()

    def best(self, kind: Kind) -> tuple[Career, int] | None:
        """Return the best candidate for chairs of a kind, and how many stand."""
        ranking = self._rankings[kind]
        if not ranking.standing:
            return None
        best = ranking.best(self._now, self._last)
        return None if best is None else (best, len(ranking.standing))
