"""What happens in a month, in its order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from scenarios.language.base import PersonId
from simulation.careers.cadre import recruit
from simulation.careers.career import Career
from simulation.careers.chairs import LEADER, Chair
from simulation.careers.fates import NOT_LEADERS, Reason
from simulation.careers.filling import Openings, fill_chairs
from simulation.careers.promotion import hold_boards
from simulation.careers.staff import Staff

OnSeated = Callable[[Career, Chair, int], None]
"""Called with who took which chair, and when."""

OnEntered = Callable[[Career], object]
"""Called with whoever enters; what it gives is left aside."""


class Term(NamedTuple):
    """Somebody's time in a chair: the so-manieth of the chair, which has a number."""

    number: int
    sitting: int
    chair: Chair
    career: Career

    def lasts(self, staff: Staff) -> bool:
        """Tell whether the person is there still, and hasn't left in between."""
        held = self.career.title is self.chair or self.career.duty is self.chair
        return held and staff.sittings[self.chair.id] == self.sitting


@dataclass(slots=True)
class Agenda:
    """What is due in a month.

    Parameters
    ----------
    seconded
        Who is seconded.
    fates
        Who goes, and for which reason: the first of several.
    terms
        Whose time in which chair is over.
    """

    seconded: list[Career] = field(default_factory=list)
    fates: dict[PersonId, tuple[Career, Reason]] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Month:
    """The order of a month: who goes, who follows, who rises, who comes.

    Parameters
    ----------
    staff
        The staff.
    seated, entered
        Told of everybody who takes a chair or enters.
    """

    staff: Staff
    seated: OnSeated
    entered: OnEntered

    def play(self, agenda: Agenda, now: int) -> None:
        """Let everything happen that is due.

        Ties are broken by the order of ids, and of chairs.
        """
        staff, openings = self.staff, Openings()
        change = staff.conditions.change_in(now)
        if change is not None:
            openings.institution_staff = change.institution_staff
        for career in sorted(agenda.seconded, key=lambda one: one.place):
            staff.second(career, now)
        self._let_go(agenda, openings, now)
        for term in sorted(agenda.terms, key=lambda one: one.number):
            if term.lasts(staff):
                staff.end_term(term.career, term.chair, now)
                self._between(openings, now)
        if change is not None:
            self._change_leaders(change.turnover, openings, now)
        self._fill(openings, now)
        self._recruit(now)

    def _let_go(self, agenda: Agenda, openings: Openings, now: int) -> None:
        """Let those go whom their fate takes away; some of it spares leaders."""
        by_place = sorted(agenda.fates.values(), key=lambda one: one[0].place)
        for career, reason in by_place:
            if not (career.is_leader and reason in NOT_LEADERS):
                self.staff.leave(career, reason, now)
                self._between(openings, now)

    def _recruit(self, now: int) -> None:
        """Let recruits follow those who left and are replaced."""
        staff = self.staff
        for before in staff.to_replace:
            lots = staff.luck.of(before.place, before.cadre.generation + 1)
            new = recruit(before.cadre, lots, staff.conditions, now)
            self.entered(staff.enter(new))
        staff.to_replace.clear()

    def _change_leaders(self, turnover: float, openings: Openings, now: int) -> None:
        """Move leaders away where all their posts are decided on anew."""
        staff, year = self.staff, self.staff.conditions.year(now)
        leaders = [
            (number, chair, staff.holders.get(chair.id))
            for number, chair in enumerate(staff.setting.chairs)
            if chair.level is LEADER
        ]
        for number, chair, career in leaders:
            goes = staff.luck.changes[number, year] < turnover
            if career is not None and goes and career.title is chair:
                staff.leave(career, Reason.MOVED, now)
                self._between(openings, now)

    def _between(self, openings: Openings, now: int) -> None:
        """Fill what one has left before the next goes, where that is the order."""
        if self.staff.conditions.one_by_one:
            self._fill(openings, now)

    def _fill(self, openings: Openings, now: int) -> None:
        """Fill chairs, then places on the ladders if a board meets."""
        staff = self.staff
        for chair, career in fill_chairs(staff, openings, now):
            if career.cadre.entered == now:
                self.entered(career)
            self.seated(career, chair, now)
        if now % 12 in staff.conditions.boards:
            hold_boards(staff, now)
