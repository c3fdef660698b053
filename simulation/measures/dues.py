"""By when pieces must be completed."""

import numpy as np

from scenarios.language.work import Stream
from simulation.due import allowed
from simulation.measures.intervals import Chosen, Intervals, Numbers
from simulation.measures.ledger import Ledger


class Dues:
    """The limits that streams have: of days, or of working days or hours.

    Parameters
    ----------
    ledger
        The year.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._working_time = ledger.working_time
        work = ledger.town.work.values()
        self._limited = np.array([stream.due is not None for stream in work], bool)
        length = ledger.days.length
        self._days = np.array([_days(stream, length) for stream in work], np.int64)
        self._working = np.array(
            [_working(stream, length) for stream in work], np.int64
        )

    def have(self, intervals: Intervals) -> Chosen:
        """Return which pieces have a limit."""
        chosen: Chosen = self._limited[intervals.streams]
        return chosen

    def limits(self, intervals: Intervals) -> Numbers:
        """Return by when pieces that came as the intervals began must be completed."""
        days = self._days[intervals.streams]
        working = self._working[intervals.streams]
        return self._working_time.after(intervals.begins + days, working)


def _days(stream: Stream, day: int) -> int:
    due = stream.due
    return allowed(due, day) if due and due.days is not None else 0


def _working(stream: Stream, day: int) -> int:
    due = stream.due
    return allowed(due, day) if due and due.days is None else 0
