"""Who qualifies for which chairs in a month, the best first (候选人)."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop

from scenarios.language.people import Identity
from simulation.careers.candidates import fit, qualified
from simulation.careers.career import PLACES, Career
from simulation.careers.chairs import Chair, Level
from simulation.careers.staff import Staff

Kind = tuple[Level, bool, bool]
"""A chair's level, whether it gives a title, and whether anybody may stand."""

TITLED = 2**36 * PLACES
"""More than anybody's points: those who have the title go before all others."""


@dataclass(slots=True)
class Ranking:
    """The candidates for one kind of chair.

    Parameters
    ----------
    chair
        A chair of the kind.
    standing
        The candidates by place.
    order
        A heap of the `order` of them, and of some who stand no longer.
    """

    chair: Chair
    standing: dict[int, Career]
    order: list[int]

    def best(self) -> Career | None:
        """Return the best who still stands."""
        while self.order:
            place = self.order[0] % PLACES
            if place in self.standing:
                return self.standing[place]
            heappop(self.order)
        return None


class Bench:
    """The candidates of one month, put in order once for each kind of chair.

    Parameters
    ----------
    staff
        The staff, of whom nobody leaves or is promoted meanwhile.
    now
        The month.
    """

    def __init__(self, staff: Staff, now: int) -> None:
        self.staff = staff
        self.now = now
        self._fit = fit(staff.present.values(), now, staff.conditions)
        self._rankings: dict[Kind, Ranking] = {}

    def best(self, chair: Chair, *, anybody: bool = True) -> tuple[Career, int] | None:
        """Return the best candidate for a chair, and how many stood.

        A duty without title goes first to those who have the title. Without
        ``anybody``, only civil servants may stand.
        """
        ranking = self._ranking(chair, anybody=anybody)
        best = ranking.best()
        return None if best is None else (best, len(ranking.standing))

    def moved(self, career: Career) -> None:
        """Take somebody out who has taken a chair, or in who has lost one by it."""
        for kind, ranking in [*self._rankings.items()]:
            stands = bool(self._standing([career], ranking.chair, anybody=kind[2]))
            if career.place in ranking.standing and not stands:
                del ranking.standing[career.place]
            elif stands and career.place not in ranking.standing:
                del self._rankings[kind]

    def _ranking(self, chair: Chair, *, anybody: bool) -> Ranking:
        kind = chair.level, chair.titled, anybody
        if kind not in self._rankings:
            standing = self._standing(self._fit, chair, anybody=anybody)
            now, level = self.now, int(chair.level)
            order = [one.order(now) for one in standing]
            if not chair.titled:
                titled = [TITLED * (one.held >= level) for one in standing]
                order = [one - first for one, first in zip(order, titled, strict=True)]
            heapify(order)
            by_place = {one.place: one for one in standing}
            self._rankings[kind] = Ranking(chair, by_place, order)
        return self._rankings[kind]

    def _standing(
        self, careers: Iterable[Career], chair: Chair, *, anybody: bool
    ) -> list[Career]:
        standing = qualified(careers, chair, self.now, self.staff.conditions)
        if anybody:
            return standing
        civil = Identity.CIVIL_SERVANT
        return [one for one in standing if one.cadre.identity is civil]
