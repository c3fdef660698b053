"""Playing careers with SimPy: everybody sleeps until something can happen.

Time is counted in phases, four to a month: first some leave and terms end, then
chairs are filled, then boards meet, then recruits come. So what happens in one month
happens in that order, whoever was put to sleep first.
"""

from collections.abc import Generator
from enum import IntEnum

from simpy import Environment, Event

from scenarios import Plan, Town
from simulation.careers.cadre import roster
from simulation.careers.career import Career
from simulation.careers.chairs import Chair, Level
from simulation.careers.eve import first_holders
from simulation.careers.fates import Reason, fates, wait_by_chance
from simulation.careers.filling import fill_chairs
from simulation.careers.log import CareerLog, check_balance
from simulation.careers.luck import Lot, Luck
from simulation.careers.promotion import hold_board
from simulation.careers.staff import Staff

Process = Generator[Event, None, None]


class Phase(IntEnum):
    """What may happen in a month, in this order."""

    EXITS = 0
    CHAIRS = 1
    BOARDS = 2
    RECRUITS = 3


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
    staff = Staff(town, luck)
    play = _Play(staff)
    play.begin(plan)
    play.env.run(until=(staff.start + staff.months) * len(Phase))
    log = CareerLog(
        start=staff.start,
        months=staff.months,
        cadres=tuple(staff.cadres),
        chairs=staff.chairs,
        rows=tuple(staff.rows),
    )
    check_balance(log, present=staff.present)
    return log


class _Play:
    """The processes, and the clock that they sleep by."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.flows = staff.settings.flows
        self.leaders = sum(one.level is Level.LEADER for one in staff.chairs)
        self.env = Environment(initial_time=staff.start * len(Phase))

    def begin(self, plan: Plan) -> None:
        """Let everybody enter, give out the chairs, and start the processes."""
        staff = self.staff
        eve = staff.start - 1
        for cadre in roster(staff.town):
            self.env.process(self.life(staff.enter(cadre)))
        holders = first_holders(staff.town, plan, staff.cadres, staff.chairs)
        for chair in staff.chairs:
            if chair.id in holders:
                career = staff.present[holders[chair.id]]
                staff.seat(career, chair, eve)
                self.sit(career, chair, eve)
        staff.open_chairs()
        self.env.process(self.chairs())
        self.env.process(self.boards())
        self.env.process(self.recruitment())

    def life(self, career: Career) -> Process:
        """Wait for what takes a person away; leaders are not called away."""
        cadre = career.cadre
        called = self.staff.lot(cadre, Lot.CALLED)
        lost = self.staff.lot(cadre, Lot.LOST)
        for fate in fates(cadre, called=called, lost=lost, flows=self.flows):
            yield self.until(fate.month, Phase.EXITS)
            if cadre.id not in self.staff.present:
                return
            if fate.reason is not Reason.CALLED or not career.is_leader:
                self.staff.leave(career, fate.reason, fate.month)
                return

    def sit(self, career: Career, chair: Chair, since: int) -> None:
        """Start the wait for the end of somebody's time in a chair, if it ever ends."""
        sitting = self.staff.sittings[chair.id]
        number = float(self.staff.luck.tenures[chair.id][sitting - 1])
        months = wait_by_chance(number, self.turnover(chair))
        if months is not None:
            end = since + 1 + months
            self.env.process(self.term(career, chair, end, sitting))

    def term(self, career: Career, chair: Chair, end: int, sitting: int) -> Process:
        """Wait for the end of somebody's time in a chair, unless it ends before."""
        yield self.until(end, Phase.EXITS)
        staff = self.staff
        if staff.sittings[chair.id] == sitting and chair.id not in staff.vacant:
            staff.end_term(career, chair, end)

    def turnover(self, chair: Chair) -> float:
        """Return the chance a month that a chair falls free by itself."""
        if chair.level is Level.LEADER:
            return self.flows.leader_openings / (12 * self.leaders)
        return 1 / (12 * self.flows.seat_years)

    def chairs(self) -> Process:
        """Fill vacant chairs, every month."""
        staff = self.staff
        for now in range(staff.start, staff.start + staff.months):
            yield self.until(now, Phase.CHAIRS)
            for chair, career in fill_chairs(staff, now):
                if career.cadre.entered == now:
                    self.env.process(self.life(career))
                self.sit(career, chair, now)

    def boards(self) -> Process:
        """Let the boards of all ladders meet, so many times a year."""
        staff, often = self.staff, self.flows.boards_per_year
        for now in range(staff.start, staff.start + staff.months):
            if (now % 12 + 1) * often // 12 > now % 12 * often // 12:
                yield self.until(now, Phase.BOARDS)
                for ladder in staff.ladders:
                    hold_board(staff, ladder, now)

    def recruitment(self) -> Process:
        """Let recruits follow those who left in the month."""
        staff = self.staff
        for now in range(staff.start, staff.start + staff.months):
            yield self.until(now, Phase.RECRUITS)
            while staff.to_replace:
                recruit = staff.newcomers.recruit(staff.to_replace.pop(0), now)
                self.env.process(self.life(staff.enter(recruit)))

    def until(self, month: int, phase: Phase) -> Event:
        """Return the event that a phase of a month has come."""
        return self.env.timeout(month * len(Phase) + phase - self.env.now)
