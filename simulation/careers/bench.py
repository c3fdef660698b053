"""Who qualifies for which chairs in a month, the best first (候选人)."""

from scenarios.language.people import Identity
from simulation.careers.career import Career, in_order, qualified
from simulation.careers.chairs import Chair, Level
from simulation.careers.staff import Staff

Kind = tuple[Level, bool, bool]
"""A chair's level, whether it gives a title, and whether anybody may stand."""

Ranking = dict[int, Career]
"""Candidates by place, the best first."""


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
        self._rankings: dict[Kind, tuple[Chair, Ranking]] = {}

    def best(self, chair: Chair, *, anybody: bool = True) -> tuple[Career, int] | None:
        """Return the best candidate for a chair, and how many stood.

        A duty without title goes first to those who have the title. Without
        ``anybody``, only civil servants may stand.
        """
        ranking = self._ranking(chair, anybody=anybody)
        if not ranking:
            return None
        ranked = ranking.values()
        first = next(iter(ranked))
        if not chair.titled:
            level = int(chair.level)
            first = next((one for one in ranked if one.held >= level), first)
        return first, len(ranking)

    def moved(self, career: Career) -> None:
        """Take somebody out who has taken a chair, or in who has lost one by it."""
        for kind, (chair, ranking) in [*self._rankings.items()]:
            stands = bool(self._standing([career], chair, anybody=kind[2]))
            if career.place in ranking and not stands:
                del ranking[career.place]
            elif stands and career.place not in ranking:
                del self._rankings[kind]

    def _ranking(self, chair: Chair, *, anybody: bool) -> Ranking:
        kind = chair.level, chair.titled, anybody
        if kind not in self._rankings:
            present = [*self.staff.present.values()]
            standing = self._standing(present, chair, anybody=anybody)
            best_first = in_order(standing, self.now)
            self._rankings[kind] = chair, {one.place: one for one in best_first}
        return self._rankings[kind][1]

    def _standing(
        self, careers: list[Career], chair: Chair, *, anybody: bool
    ) -> list[Career]:
        standing = qualified(careers, chair, self.now, self.staff.conditions)
        if anybody:
            return standing
        civil = Identity.CIVIL_SERVANT
        return [one for one in standing if one.cadre.identity is civil]
