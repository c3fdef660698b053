"""The rows of one line that was reckoned, in the order in which play records them."""

import numpy as np

from simulation.clock import NEVER
from simulation.play import events
from simulation.play.one_line import OneLine
from simulation.play.one_line_fates import Fates, Numbers
from simulation.play.stage import Stage
from simulation.record import Record
from simulation.tables import Table, empty_table, joined

Where = Numbers | int


def record_line(line: OneLine, stage: Stage) -> None:
    """Reckon the year of one line, and record it."""
    fates, rows = Fates(line, stage), _Rows(line, stage.record)
    places = _Places(fates)
    ordered = [
        (rows.carried(fates), places.first()),
        (rows.arrived(fates), places.arrivals()),
        (rows.ended(fates), places.ends()),
        (rows.completed(fates), places.ends()),
        (rows.began(fates), places.begins()),
    ]
    table = joined([part for part, _ in ordered])
    order = np.lexsort((np.concatenate([place for _, place in ordered]), table["at"]))
    for part in (table.take(order), rows.in_hand(fates), rows.still_open(fates)):
        stage.record.cells += part.tobytes()


class _Places:
    """In what order things come that happen at one moment.

    The play first does what was put down for a moment, in the order in which that was
    done, and then settles it: who is free begins. An end is put down when the work
    begins; an arrival as the piece before it comes, before that moment is settled.
    Work that takes no time ends at the same moment, which then has another turn.
    """

    def __init__(self, fates: Fates) -> None:
        self._fates = fates
        self._width = 2 * len(fates.begins) + 2

    def first(self) -> Numbers:
        """Return the places of what is in hand as the year begins: before all else."""
        return np.full(len(self._fates.carried), -1)

    def arrivals(self) -> Numbers:
        """Return the places of arrivals: among ends, by the arrival before."""
        came, begins = self._fates.came, self._fates.begins
        first = np.searchsorted(came, came)
        begun = np.searchsorted(begins, came[first - 1])
        return 2 * np.where(first, begun, 0)

    def ends(self) -> Numbers:
        """Return the places of ends, by when the work began."""
        fates, ended = self._fates, self._fates.ended
        at_once = fates.ends[ended] == fates.begins[ended]
        turn = np.where(at_once, fates.turns[ended] + 1, 0)
        return 2 * turn * self._width + 2 * ended + 1

    def begins(self) -> Numbers:
        """Return the places of begins: as each turn of a moment is settled."""
        turns = self._fates.turns
        return (2 * turns + 1) * self._width + np.arange(len(turns))


class _Rows:
    """Writes the rows of one line."""

    def __init__(self, line: OneLine, record: Record) -> None:
        self._line = line
        self._record = record
        self._task = _codes(line.task.named)
        self._hands = np.array([_codes(hand.named) for hand in line.hands])

    def arrived(self, fates: Fates) -> Table:
        """Return the rows of pieces that came."""
        return self._of_pieces(
            events.ARRIVED, np.arange(len(fates.came)), fates.came, NEVER
        )

    def completed(self, fates: Fates) -> Table:
        """Return the rows of pieces that were completed."""
        done = fates.ended
        return self._of_pieces(
            events.COMPLETED, done, fates.ends[done], fates.came[done]
        )

    def still_open(self, fates: Fates) -> Table:
        """Return the rows of pieces that the year leaves open."""
        pieces = fates.still_open()
        return self._of_pieces(events.OPEN, pieces, fates.last, fates.came[pieces])

    def began(self, fates: Fates) -> Table:
        """Return the rows of work that began."""
        pieces = np.arange(len(fates.begins))
        rows = self._of_jobs(events.BEGAN, pieces, fates.hands, fates.begins)
        rows["since"], rows["length"] = fates.came[pieces], fates.lengths
        return rows

    def carried(self, fates: Fates) -> Table:
        """Return the rows of work in hand as the year begins."""
        pieces = fates.carried
        rows = self._of_jobs(events.CARRIED, pieces, fates.hands, 0)
        rows["since"] = fates.begins[pieces]
        rows["length"] = fates.lengths[pieces] - fates.left[pieces]
        return rows

    def ended(self, fates: Fates) -> Table:
        """Return the rows of work that ended."""
        pieces = fates.ended
        rows = self._of_jobs(events.ENDED, pieces, fates.hands, fates.ends[pieces])
        rows["since"], rows["length"] = fates.since[pieces], fates.left[pieces]
        return rows

    def in_hand(self, fates: Fates) -> Table:
        """Return the rows of work in hand as the year ends."""
        pieces = fates.in_hand
        rows = self._of_jobs(events.OPEN, pieces, fates.hands, fates.last)
        rows["since"] = fates.since[pieces]
        rows["length"] = fates.done(pieces, fates.last)
        return rows

    def _of_jobs(self, event: int, pieces: Numbers, hands: Numbers, at: Where) -> Table:
        rows = self._of_pieces(event, pieces, at, NEVER)
        rows["step"] = self._line.work.purpose[0] + 1
        rows["person"], rows["post"], rows["seat"] = self._hands[hands[pieces]].T
        if len(pieces):
            rows["how"] = self._record.code(self._line.work.kind)
        return rows

    def _of_pieces(self, event: int, pieces: Numbers, at: Where, since: Where) -> Table:
        rows = empty_table(len(pieces))
        rows["at"], rows["since"] = at, since
        rows["event"], rows["piece"] = event, pieces + 1
        rows["stream"], rows["lead"] = self._task
        return rows


def _codes(named: bytes) -> tuple[int, ...]:
    """Return the codes by which rows name a task or a hand."""
    return tuple(np.frombuffer(named, dtype=np.int32).tolist())
