"""Playing careers with SimPy: everybody sleeps until something can happen.

Time is counted in half months: those to whom something happens in a month wake in
its first half and put themselves on the agenda; in the second half the month is
played in its order, whoever woke first.
"""

from collections.abc import Generator

from simpy import Environment, Event, Timeout

from scenarios import Plan, Town
from simulation.careers.cadre import staying
from simulation.careers.career import Career
from simulation.careers.chairs import Chair
from simulation.careers.fates import Reason, fates
from simulation.careers.log import CareerLog, check_balance
from simulation.careers.luck import Luck
from simulation.careers.month import Agenda, Month, Term
from simulation.careers.points import UNITS
from simulation.careers.setting import Setting
from simulation.careers.staff import Staff
from simulation.careers.waits import wait_by_chance
from simulation.play.kernel import without_collection

Process = Generator[Event, None, None]


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
    """Return what becomes of everybody in a setting that is worked out already."""
    staff = Staff(setting, luck)
    play = _Play(staff)
    conditions = setting.conditions
    with without_collection():
        play.begin()
        play.env.run(until=2 * conditions.end)
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


class _Play:
    """The processes, and the clock that they sleep by."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.conditions = staff.conditions
        self.numbers = {one.id: n for n, one in enumerate(staff.setting.chairs)}
        self.agenda = Agenda()
        self.env = Environment(initial_time=2 * self.conditions.start)

    def begin(self) -> None:
        """Let everybody enter, give out the chairs, and start the processes."""
        staff, setting = self.staff, self.staff.setting
        for place, cadre in enumerate(setting.cadres):
            lots = staff.luck.of(place, 0)
            career = staff.enter(staying(cadre, lots, self.conditions))
            self.begin_life(career)
        for chair in setting.chairs:
            if chair.id in setting.holders:
                career = staff.present[setting.holders[chair.id]]
                staff.seat(career, chair, self.conditions.start - 1)
                self.sit(career, chair, self.conditions.start - 1)
        staff.open_chairs()
        self.env.process(self.town())

    def life(self, career: Career) -> Process:
        """Wait for whatever takes a person away, and put it on the agenda."""
        for fate in fates(career.cadre, career.lots, self.conditions):
            if fate.month >= self.conditions.end:
                return
            yield self.until(fate.month)
            if career.id not in self.staff.present:
                return
            if fate.reason is Reason.SECONDED:
                self.agenda.seconded.append(career)
            elif all(one is not career for one, _ in self.agenda.fates):
                self.agenda.fates.append((career, fate.reason))

    def sit(self, career: Career, chair: Chair, since: int) -> None:
        """Start the wait for the end of somebody's time in a chair, if it ever ends."""
        sitting = self.staff.sittings[chair.id]
        numbers = self.staff.luck.tenures[self.numbers[chair.id]]
        number = float(numbers[(sitting - 1) % len(numbers)])
        months = wait_by_chance(number, self.conditions.turnover(chair))
        longest = self.conditions.longest(chair)
        if longest is not None:
            months = longest - 1 if months is None else min(months, longest - 1)
        if months is not None and since + 1 + months < self.conditions.end:
            self._await_end(career, chair, since + 1 + months)

    def town(self) -> Process:
        """Play every month, with what is on its agenda."""
        month = Month(
            self.staff, self.sit, lambda new: self.env.process(self.life(new))
        )
        start = self.conditions.start
        for now in range(start, start + self.conditions.months):
            yield self.env.timeout(2 * now + 1 - self.env.now)
            agenda, self.agenda = self.agenda, Agenda()
            month.play(agenda, now)

    def begin_life(self, career: Career) -> None:
        """Let somebody who enters begin to wait."""
        self.env.process(self.life(career))

    def _await_end(self, career: Career, chair: Chair, end: int) -> None:
        """Wait for the end of somebody's time in a chair, unless it ends before."""
        sitting = self.staff.sittings[chair.id]
        term = Term(self.numbers[chair.id], sitting, chair, career)

        def wake(_: Event) -> None:
            if term.lasts(self.staff):
                self.agenda.terms.append(term)

        self.until(end).callbacks.append(wake)

    def until(self, month: int) -> Timeout:
        """Return the event that a month has come."""
        return Timeout(self.env, 2 * month - self.env.now)
