"""Working time between many moments at once, as `Calendar` tells it for one."""

import numpy as np

from simulation.calendars import Calendar
from simulation.clock import NEVER
from simulation.measures.intervals import Intervals, Numbers


class WorkingTime:
    """A calendar's table as arrays, with a stretch of no length long before.

    Parameters
    ----------
    calendar
        Whose working time it is.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._opens = np.array((-NEVER, *calendar.opens), dtype=np.int64)
        self._closes = np.array((-NEVER, *calendar.closes), dtype=np.int64)
        self._before = np.array((0, *calendar.before), dtype=np.int64)

    def worked(self, moments: Numbers) -> Numbers:
        """Return the working time from the table's begin up to each moment."""
        place = np.searchsorted(self._opens, moments, side="right") - 1
        until = np.minimum(moments, self._closes[place])
        return self._before[place] + until - self._opens[place]

    def within(self, intervals: Intervals) -> Numbers:
        """Return the working time of each interval."""
        return self.between(intervals.begins, intervals.ends)

    def between(self, begins: Numbers, ends: Numbers) -> Numbers:
        """Return the working time between two moments each."""
        return self.worked(ends) - self.worked(begins)

    def after(self, moments: Numbers, lengths: Numbers) -> Numbers:
        """Return when so much working time has passed since each moment."""
        work = self.worked(moments) + lengths
        place = np.maximum(np.searchsorted(self._before, work) - 1, 0)
        ends = self._opens[place] + work - self._before[place]
        ends = np.where(ends <= self._closes[place], ends, NEVER)
        return np.where(lengths == 0, moments, ends)
