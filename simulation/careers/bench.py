"""Who stands for which kind of chair, the best first (候选人)."""

from heapq import heapify, heappop

from simulation.careers.candidates import (
    KINDS,
    LEVEL_OF_DUTIES,
    stands_for,
    when_time_tells,
)
from simulation.careers.career import PLACES, Career, orders
from simulation.careers.chairs import KIND_COUNT, Kind
from simulation.careers.conditions import Conditions

TITLED = 2**36 * PLACES
"""More than anybody's points: those who have the title go before all others."""


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
        self._standing: list[dict[int, Career]] = [{} for _ in range(KIND_COUNT)]
        self._orders: dict[Kind, list[int]] = {}
        self._due: dict[int, list[Career]] = {}
        self._now = conditions.start - 1

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
        """Put somebody among those, and only those, for whose chairs one qualifies."""
        kinds = stands_for(career, now, self._conditions)
        changed, career.stands = career.stands ^ kinds, kinds
        if not changed:
            return
        for kind in KINDS:
            if changed >> kind & 1:
                if kinds >> kind & 1:
                    self._standing[kind][career.place] = career
                    self._orders.pop(kind, None)
                else:
                    del self._standing[kind][career.place]

    def open(self, now: int) -> None:
        """Begin to fill chairs in a month; months come in their order."""
        for month in range(self._now + 1, now + 1):
            for career in self._due.pop(month, ()):
                self.look(career, now)
        self._now = now
        self._orders.clear()

    def best(self, kind: Kind) -> tuple[Career, int] | None:
        """Return the best candidate for chairs of a kind, and how many stand.

        They are put in order once for each opening of the bench. A duty without title
        goes first to those who have the title.
        """
        standing = self._standing[kind]
        if not standing:
            return None
        if kind not in self._orders:
            self._orders[kind] = self._in_order(kind)
        order = self._orders[kind]
        while order[0] % PLACES not in standing:
            heappop(order)
        return standing[order[0] % PLACES], len(standing)

    def _in_order(self, kind: Kind) -> list[int]:
        """Return a heap of the `orders` of those who stand for chairs of a kind."""
        careers = self._standing[kind].values()
        order = orders(careers, self._now)
        if kind in LEVEL_OF_DUTIES:
            level = LEVEL_OF_DUTIES[kind]
            first = [TITLED if one.held >= level else 0 for one in careers]
            order = [one - title for one, title in zip(order, first, strict=True)]
        heapify(order)
        return order
