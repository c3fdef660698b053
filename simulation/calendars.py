"""Calendars: which moments are working time, as a table."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Self

from simulation.clock import NEVER


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working time as a table: when it opens, when it closes, and what came before.

    Parameters
    ----------
    opens, closes
        Begin and end of each stretch of working time, in order.
    before
        Working time that passed before each stretch.
    """

    opens: tuple[int, ...]
    closes: tuple[int, ...]
    before: tuple[int, ...]

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> Self:
        """Make a calendar of stretches in order; those that meet become one."""
        opens: list[int] = []
        closes: list[int] = []
        for begin, end in stretches:
            if closes and closes[-1] >= begin:
                closes[-1] = max(closes[-1], end)
            elif end > begin:
                opens.append(begin)
                closes.append(end)
        before, passed = [], 0
        for begin, end in zip(opens, closes, strict=True):
            before.append(passed)
            passed += end - begin
        return cls(tuple(opens), tuple(closes), tuple(before))

    def of_stretches(self, chosen: Sequence[bool]) -> Self:
        """Return the calendar of some of the stretches, which are equally long.

        It shares its numbers, so that a thousand people's calendars take little room.
        """
        opens = tuple(compress(self.opens, chosen))
        closes = tuple(compress(self.closes, chosen))
        return type(self)(opens, closes, self.before[: len(opens)])

    def extended(self, length: int) -> Self:
        """Return the calendar with each stretch so much longer, up to the next one."""
        following = (*self.opens, NEVER)[1:]
        return type(self).of(
            (begin, min(end + length, then))
            for begin, end, then in zip(self.opens, self.closes, following, strict=True)
        )

    def with_stretches(self, more: Iterable[tuple[int, int]]) -> Self:
        """Return the calendar with some stretches besides."""
        own = zip(self.opens, self.closes, strict=True)
        return type(self).of(sorted([*own, *more]))

    def is_open(self, moment: int) -> bool:
        """Whether the moment, and the time just after it, is working time."""
        place = bisect_right(self.opens, moment) - 1
        return place >= 0 and moment < self.closes[place]

    def worked(self, moment: int) -> int:
        """Return the working time from the table's begin up to a moment."""
        place = bisect_right(self.opens, moment) - 1
        if place < 0:
            return 0
        return self.before[place] + min(moment, self.closes[place]) - self.opens[place]

    def between(self, begin: int, end: int) -> int:
        """Return the working time between two moments."""
        return self.worked(end) - self.worked(begin)

    def after(self, moment: int, length: int) -> int:
        """Return the first moment by which so much working time has passed."""
        if length == 0:
            return moment
        work = self.worked(moment) + length
        place = bisect_left(self.before, work) - 1
        if place < 0:
            return NEVER
        end = self.opens[place] + work - self.before[place]
        return end if end <= self.closes[place] else NEVER

    def later(self, place: int, length: int) -> int:
        """Return when so much working time has passed after a stretch's end."""
        opens, closes = self.opens, self.closes
        for later in range(place + 1, len(opens)):
            stretch = closes[later] - opens[later]
            if length <= stretch:
                return opens[later] + length
            length -= stretch
        return NEVER

    def opening(self, moment: int) -> int:
        """Return the first working moment at or after a moment."""
        place = bisect_right(self.closes, moment)
        return max(moment, self.opens[place]) if place < len(self.opens) else NEVER

    def closing(self, moment: int) -> int:
        """Return the end of the stretch in which an open moment lies."""
        return self.closes[bisect_right(self.opens, moment) - 1]
