"""Playing careers with SimPy: everybody sleeps until something can happen.

Those to whom something happens in a month wake in it and put themselves on the
agenda; once all are awake the month is played in its order, whoever woke first.
"""

from collections.abc import Iterator
from typing import NamedTuple

from scenarios import Plan, Town
from simulation.careers.balance import check_balance
from simulation.careers.cadre import staying
from simulation.careers.career import Career
from simulation.careers.chairs import Chair
from simulation.careers.fates import SECONDED, Fate, fates
from simulation.careers.log import CareerLog
from simulation.careers.luck import Luck
from simulation.careers.month import Agenda, Month, Term
from simulation.careers.points import UNITS
from simulation.careers.setting import Setting
from simulation.careers.staff import Staff
from simulation.careers.waits import wait
from simulation.play.kernel import Kernel, without_collection


def play_careers(town: Town, plan: Plan, luck: Luck) -> CareerLog:
    """Return what becomes of everybody, with the luck that was drawn.

    Parameters
    ----------
    town
        The design.
    plan
        Who holds what in it, which decides who begins in which chair.
    luck
        The chance of one replication.

    Raises
    ------
    ImbalanceError
        If the books don't balance.
    """
    return play_setting(Setting.of(town, plan), luck)


def play_setting(setting: Setting, luck: Luck) -> CareerLog:
    """Return what becomes of everybody in a setting that is worked out already.

    What isn't in the log is gone before the garbage collector looks again.
    """
    with without_collection():
        return _played(setting, luck)


def _played(setting: Setting, luck: Luck) -> CareerLog:
    staff, conditions = Staff(setting, luck), setting.conditions
    play = Play(staff)
    play.begin()
    play.go_on(conditions.end - 1)
    last = conditions.end - 1
    log = CareerLog(
        start=conditions.start,
        months=conditions.months,
        cadres=tuple(staff.cadres),
        chairs=setting.chairs,
        rows=tuple(staff.rows),
        points={one.id: one.points(last) / UNITS for one in staff.present.values()},
    )
    check_balance(log, present=staff.present)
    return log


class Life(NamedTuple):
    """Somebody, and what is still to come for that person."""

    career: Career
    fates: Iterator[Fate]


class Play:
    """What everybody waits for, and the clock, which counts months.

    Parameters
    ----------
    staff
        The staff, before anybody has entered.
    """

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.conditions = staff.conditions
        self.numbers = {one.id: n for n, one in enumerate(staff.setting.chairs)}
        self.agenda = Agenda()
        self.secondments = [0] * len(staff.setting.cadres)
        self.clock = Kernel(self.conditions.start)

    def begin(self) -> None:
        """Let everybody enter, give out the chairs, and wait for the first month."""
        staff, setting = self.staff, self.staff.setting
        for place, cadre in enumerate(setting.cadres):
            lots = staff.luck.of(place, 0)
            self.live(staff.enter(staying(cadre, lots, self.conditions)))
        for chair in setting.chairs:
            if chair.id in setting.holders:
                career = staff.present[setting.holders[chair.id]]
                staff.seat(career, chair, self.conditions.start - 1)
                self.sit(career, chair, self.conditions.start - 1)
        staff.open_chairs()
        self.clock.at(self.conditions.start, self._open, self.conditions.start)

    def go_on(self, month: int) -> None:
        """Play up to and including a month."""
        self.clock.run(month)

    def live(self, career: Career) -> None:
        """Let somebody who enters wait for whatever takes a person away."""
        lots = self.staff.luck.of(career.place, career.cadre.generation)
        fates_ = fates(career.cadre, lots, self.conditions)
        self._await_fate(Life(career, iter(fates_)))

    def sit(self, career: Career, chair: Chair, since: int) -> None:
        """Let a chair wait for the end of somebody's time in it, if it ever ends."""
        number, sitting = self.numbers[chair.id], self.staff.sittings[chair.id]
        numbers = self.staff.luck.tenures
        rate, longest = self.staff.setting.tenures[number]
        lot = float(numbers[number, (sitting - 1) % numbers.shape[1]])
        months = wait(lot, rate)
        if longest is not None:
            months = longest - 1 if months is None else min(months, longest - 1)
        if months is not None and since + 1 + months < self.conditions.end:
            term = Term(number, sitting, chair, career)
            self.clock.at(since + 1 + months, self._end_term, term)

    def _await_fate(self, life: Life) -> None:
        fate = next(life.fates, None)
        if fate is not None:
            self.clock.at(fate.month, self._meet, (life, fate))

    def _meet(self, met: tuple[Life, Fate]) -> None:
        """Put on the agenda what takes somebody away, and wait for what else may."""
        life, fate = met
        if life.career.gone:
            return
        if fate.reason is SECONDED:
            self._second(life.career)
        else:
            self.agenda.fates.setdefault(life.career.id, (life.career, fate.reason))
        self._await_fate(life)

    def _second(self, career: Career) -> None:
        """Put a secondment on the agenda, and wait for the next; leaders are spared."""
        if career.gone:
            return
        back, conditions = self.clock.now + 1, self.conditions
        if not career.is_leader:
            self.agenda.seconded.append(career)
            back = self.clock.now + conditions.second_months
        numbers, turn = self.staff.luck.secondments, self.secondments[career.place]
        lot = float(numbers[career.place, turn % numbers.shape[1]])
        self.secondments[career.place] += 1
        months = wait(lot, conditions.seconded)
        if months is not None and back + months < conditions.end:
            self.clock.at(back + months, self._second, career)

    def _end_term(self, term: Term) -> None:
        if term.lasts(self.staff):
            self.agenda.terms.append(term)

    def _open(self, now: int) -> None:
        """Play a month once all that is due in it is on the agenda."""
        self.clock.lastly(lambda: self._play(now))
        if now + 1 < self.conditions.end:
            self.clock.at(now + 1, self._open, now + 1)

    def _play(self, now: int) -> None:
        agenda, self.agenda = self.agenda, Agenda()
        Month(self.staff, self.sit, self.live).play(agenda, now)
