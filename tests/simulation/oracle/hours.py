"""Working hours, walked through stretch by stretch."""

from bisect import bisect_right

from simulation.clock import NEVER


class Hours:
    """Stretches of working time in order; those that meet are one."""

    def __init__(self, stretches):
        self.stretches: list[tuple[int, int]] = []
        for opening, closing in stretches:
            begin, end = opening, closing
            if self.stretches and self.stretches[-1][1] >= opening:
                begin, before = self.stretches.pop()
                end = max(before, closing)
            self.stretches.append((begin, end))
        self._closings = [closing for _, closing in self.stretches]

    def ahead(self, moment):
        """Yield what is left of each stretch from a moment on."""
        for opening, closing in self.stretches[bisect_right(self._closings, moment) :]:
            yield max(opening, moment), closing

    def longer(self, by):
        """Return the hours with each stretch so much longer, up to the next one."""
        following = [opening for opening, _ in self.stretches[1:]]
        return Hours(
            (opening, min(closing + by, then))
            for (opening, closing), then in zip(
                self.stretches, [*following, NEVER], strict=False
            )
        )

    def with_more(self, some):
        """Return the hours with some stretches besides."""
        return Hours(sorted([*self.stretches, *some]))

    def open_at(self, moment):
        """Whether it is working time at a moment and just after it."""
        return next(self.ahead(moment), (None, None))[0] == moment

    def between(self, begin, end):
        """Return the working time between two moments."""
        passed = 0
        for opening, closing in self.ahead(begin):
            if opening >= end:
                break
            passed += min(closing, end) - opening
        return passed

    def after(self, moment, length):
        """Return when so much working time has passed, if ever."""
        if not length:
            return moment
        for opening, closing in self.ahead(moment):
            if length <= closing - opening:
                return opening + length
            length -= closing - opening
        return None
