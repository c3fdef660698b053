"""One line before people who do nothing else and are there all working time.

Then there is nothing to decide from moment to moment: who was idle longest takes what
came first, and by the recursion of Kiefer and Wolfowitz (1955) each begin follows from
those before it. So such a team is reckoned and not played, to the same rows
(docs/decisions/0013-one-line-is-reckoned.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from scenarios.language.base import StreamId
from scenarios.language.work import Stream
from simulation.calendars import Calendar
from simulation.play.flow import Course
from simulation.play.lines import Pool
from simulation.play.pieces import Task
from simulation.play.stage import Stage
from simulation.play.stages import Work
from simulation.play.workers import Hand


@dataclass(frozen=True, slots=True)
class OneLine:
    """A stream of one step, first come first served, and those who serve it.

    Parameters
    ----------
    task, work
        Of what stream and step the pieces are.
    hands
        Who serves, all of them A-holders and there whenever the calendar is open, in
        the order of the roster.
    arrivals, lengths
        When each piece comes, in order, and how long it takes.
    """

    task: Task
    work: Work
    hands: tuple[Hand, ...]
    arrivals: Sequence[int]
    lengths: Sequence[int]


@dataclass(frozen=True, slots=True)
class Served:
    """How the first pieces of a line fared; those that follow never began.

    Parameters
    ----------
    begins, ends
        When work on each began, in order, and when it ended: never, if not this year.
    hands
        Whose hands took it, by place.
    turns
        At which turn of its moment each began: a moment is settled once, and once more
        whenever work that takes no time has freed somebody.
    """

    begins: Sequence[int]
    ends: Sequence[int]
    hands: Sequence[int]
    turns: Sequence[int]


def one_line(
    streams: Sequence[Stream], courses: Mapping[StreamId, Course], stage: Stage
) -> OneLine | None:
    """Return the one line that a team's work is, if it is nothing else.

    Parameters
    ----------
    streams
        The team's streams, presence too.
    courses
        What the pieces of those that arrive go through.
    stage
        The people, and the town's calendar, which must end with the year.
    """
    if len(streams) != 1 or len(courses) != 1:
        return None
    (course,) = courses.values()
    task, stages = course.task, course.stages
    if len(stages) != 1 or task.urgent or task.overtime or task.another:
        return None
    (step,) = stages
    if not isinstance(step, Work) or step.count > 1:
        return None
    if not _always_there(step.pool, stage):
        return None
    hands = tuple(sorted(step.pool.a, key=lambda hand: hand.worker.index))
    return OneLine(task, step, hands, course.luck.arrivals, course.lengths[0])


def _always_there(pool: Pool, stage: Stage) -> bool:
    """Whether A-holders alone are asked, who are there all working time of the year."""
    calendar = stage.calendar
    if pool.b or not pool.a or calendar.closes[-1:] > (stage.days.end,):
        return False
    return all(hand.worker.calendar == calendar for hand in pool.a)


def served(line: OneLine, calendar: Calendar, begin: int) -> Served:
    """Return when each piece begins and ends, and in whose hands.

    Parameters
    ----------
    line
        The pieces, and who serves them.
    calendar
        When everybody is there.
    begin
        Since when nobody has had anything in hand.
    """
    begins, ends, places, turns = list[int](), list[int](), list[int](), list[int]()
    hands = _Hands(len(line.hands), begin)
    opens, closes = calendar.opens, calendar.closes
    stretch = 0
    for arrived, length in zip(line.arrivals, line.lengths, strict=True):
        since, place = hands.first_free(arrived)
        moment = max(arrived, since)
        while stretch < len(closes) and moment >= closes[stretch]:
            stretch += 1
        if stretch == len(closes):
            break
        moment = max(moment, opens[stretch])
        end = moment + length
        if end > closes[stretch]:
            end = calendar.later(stretch, end - closes[stretch])
        begins.append(moment)
        ends.append(end)
        places.append(place)
        turns.append(hands.take(place, since, moment, end))
    return Served(begins, ends, places, turns)


class _Hands:
    """Since when each pair of hands is free.

    Those free for longest are the next to work, of several the first on the roster.
    """

    def __init__(self, count: int, begin: int) -> None:
        self._count = count
        self._free = [begin * count + place for place in range(count)]
        self._again: list[int] = []
        self._moment = begin
        self._turns = [0] * count

    def first_free(self, arrived: int) -> tuple[int, int]:
        """Return since when, and whose, the hands are free that take what arrived."""
        free = self._free
        if self._again and (
            not free or max(arrived, free[0] // self._count) > self._moment
        ):
            for one in self._again:
                heappush(free, one)
            self._again.clear()
        first = heappop(free)
        return first // self._count, first % self._count

    def take(self, place: int, since: int, moment: int, end: int) -> int:
        """Fill hands, free since then, from a moment until the end; return the turn."""
        turn = self._turns[place] if since == moment else 0
        if end == moment:
            self._moment = moment
            self._turns[place] = turn + 1
            self._again.append(end * self._count + place)
        else:
            self._turns[place] = 0
            heappush(self._free, end * self._count + place)
        return turn
