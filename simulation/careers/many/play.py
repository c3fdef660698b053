"""Playing careers in all replications at once, month by month."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulation.careers.chairs import Level
from simulation.careers.fates import NOT_LEADERS, Reason
from simulation.careers.log import Happened
from simulation.careers.luck import Luck
from simulation.careers.many.arrays import Counts, Flags
from simulation.careers.many.arrivals import begin, follow
from simulation.careers.many.boards import Boards
from simulation.careers.many.crowd import FATES, NOBODY, Crowd, People
from simulation.careers.many.events import Events
from simulation.careers.many.filling import fill
from simulation.careers.many.fortunes import Fortunes, waits
from simulation.careers.many.seats import Seats
from simulation.careers.setting import Setting

SECONDED = FATES.index(Reason.SECONDED)
SPARE_LEADERS = np.array([reason in NOT_LEADERS for reason in FATES])


def play_many(setting: Setting, lucks: Sequence[Luck]) -> Events:
    """Return what becomes of everybody in every replication.

    Parameters
    ----------
    setting
        The design.
    lucks
        The chance of each replication.

    Returns
    -------
    Events
        The same events as `play_careers` gives, replication by replication.
    """
    crowd = Crowd(setting, Fortunes(setting, lucks), len(lucks))
    begin(crowd)
    seats = Seats(crowd)
    seats.begin()
    play = _Play(crowd, seats, Boards(crowd))
    start = setting.conditions.start
    for now in range(start, start + setting.conditions.months):
        play.month(now)
    return Events(setting, crowd.journal.table(), seats.moves, seats.chains)


@dataclass(slots=True, eq=False)
class _Turn:
    """One thing that may happen to each of some replications, in its turn.

    Parameters
    ----------
    rows, lines
        To whom.
    of
        What: a reason, or a chair.
    sittings
        Which of the chair's sittings; 0 where it isn't about one.
    """

    rows: Counts
    lines: Counts
    of: Counts
    sittings: Counts

    def pick(self, those: Flags | Counts) -> "_Turn":
        """Return some of them."""
        return _Turn(
            self.rows[those], self.lines[those], self.of[those], self.sittings[those]
        )

    def turns(self, *, one_by_one: bool) -> Sequence["_Turn"]:
        """Return them together, or each replication's first, then its second."""
        if not one_by_one:
            return [self]
        order = np.argsort(self.rows, kind="stable")
        rows = self.rows[order]
        place = np.arange(len(rows)) - np.searchsorted(rows, rows)
        most = int(place.max(initial=-1)) + 1
        return [self.pick(order[place == turn]) for turn in range(most)]


@dataclass(slots=True, eq=False)
class _Play:
    crowd: Crowd
    seats: Seats
    boards: Boards

    def month(self, now: int) -> None:
        """Let everything happen that is due, in the order of `Month.play`."""
        crowd, conditions = self.crowd, self.crowd.conditions
        change = conditions.change_in(now)
        openings = np.full(
            len(crowd.present), 0 if change is None else change.institution_staff
        )
        ends = self._ends(now)
        fates = self._fates(now)
        self._second(now)
        for turn in fates.turns(one_by_one=conditions.one_by_one):
            spared = SPARE_LEADERS[turn.of] & (
                crowd.held[turn.rows, turn.lines] == Level.LEADER
            )
            self._leave(turn.pick(~spared), openings, now)
        for titled in (True, False):
            mine = ends.pick(self.seats.chairs.titled[ends.of] == titled)
            for turn in mine.turns(one_by_one=conditions.one_by_one):
                self._end(turn, openings, now)
        if change is not None:
            self._change(change.turnover, openings, now)
        self._fill(np.arange(len(crowd.present)), openings, now)
        at = _where(crowd.to_replace)
        if len(at[0]):
            follow(crowd, at, now, lead=False)
            crowd.to_replace[at] = False

    def _second(self, now: int) -> None:
        """Let secondments begin, and decide when the next will; leaders are spared."""
        crowd, conditions = self.crowd, self.crowd.conditions
        due = (crowd.fates[SECONDED] == now) & crowd.present
        goes = due & (crowd.held != Level.LEADER)
        at = _where(goes)
        crowd.away_until[at] = now + conditions.second_months
        crowd.journal.note(Happened.SECONDED, now, crowd.who(at))
        at = _where(due)
        back = now + np.where(goes[at], conditions.second_months, 1)
        numbers = crowd.fortunes.secondments(*at, crowd.secondments[at])
        crowd.fates[SECONDED][at] = back + waits(numbers, conditions.seconded)
        crowd.secondments[at] += 1

    def _fates(self, now: int) -> _Turn:
        """Return whom fate would take away this month, by the first that does."""
        crowd = self.crowd
        due = crowd.fates[:SECONDED] == now
        rows, lines = np.nonzero(due.any(axis=0) & crowd.present)
        reason = due[:, rows, lines].argmax(axis=0)
        return _Turn(rows, lines, reason, np.zeros_like(reason))

    def _ends(self, now: int) -> _Turn:
        """Return whose time in which chair is over."""
        rows, chair = np.nonzero(self.seats.ends == now)
        return self._sitting(rows, chair)

    def _sitting(self, rows: Counts, chair: Counts) -> _Turn:
        seats = self.seats
        held, sittings = seats.holder[rows, chair], seats.sittings[rows, chair]
        return _Turn(rows, held, chair, sittings)

    def _leave(self, turn: _Turn, openings: Counts, now: int) -> None:
        self.seats.leave((turn.rows, turn.lines), turn.of, now)
        self._between(turn.rows, openings, now)

    def _end(self, turn: _Turn, openings: Counts, now: int) -> None:
        """End the time in chairs of those who hold them still."""
        turn = turn.pick(self._hold(turn))
        lead = self.seats.chairs.level[turn.of] == Level.LEADER
        at = turn.rows[lead], turn.lines[lead]
        self.seats.leave(at, Reason.MOVED, now)
        at = turn.rows[~lead], turn.lines[~lead]
        self.seats.end_terms(at, turn.of[~lead], now)
        self._between(turn.rows, openings, now)

    def _change(self, turnover: float, openings: Counts, now: int) -> None:
        """Move leaders away where all their posts are decided on anew."""
        seats, crowd = self.seats, self.crowd
        year = crowd.conditions.year(now)
        goes = crowd.fortunes.changes[:, :, year] < turnover
        lead = seats.chairs.level == Level.LEADER
        rows, chair = np.nonzero(goes & lead & (seats.holder != NOBODY))
        going = self._sitting(rows, chair)
        for turn in going.turns(one_by_one=crowd.conditions.one_by_one):
            mine = turn.pick(self._hold(turn))
            seats.leave((mine.rows, mine.lines), Reason.MOVED, now)
            self._between(mine.rows, openings, now)

    def _hold(self, turn: _Turn) -> Flags:
        """Tell who of those whose turn it is holds the chair still."""
        at, seats = (turn.rows, turn.of), self.seats
        same = seats.sittings[at] == turn.sittings
        held: Flags = same & (seats.holder[at] == turn.lines)
        return held

    def _between(self, rows: Counts, openings: Counts, now: int) -> None:
        """Fill what one has left before the next goes, where that is the order."""
        if self.crowd.conditions.one_by_one and len(rows):
            self._fill(rows, openings, now)

    def _fill(self, rows: Counts, openings: Counts, now: int) -> None:
        fill(self.seats, rows, openings, now)
        if now % 12 in self.crowd.conditions.boards:
            self.boards.meet(rows, now)


def _where(those: Flags) -> People:
    rows, lines = np.nonzero(those)
    return rows, lines
