"""Lines of what waits, and the pools of people whom it waits for."""

from heapq import heappop, heappush

from scenarios.language.base import PostId
from simulation.play.asks import Ask, Key
from simulation.play.situation import People, PoolSet, Situation
from simulation.play.workers import Hand


class Line:
    """A queue by how pressing asks are; those that left are passed over."""

    def __init__(self) -> None:
        self._heap: list[tuple[Key, Ask]] = []

    def push(self, ask: Ask) -> None:
        """Put an ask in its place."""
        heappush(self._heap, (ask.key, ask))

    def head(self) -> Ask | None:
        """Return the most pressing ask that still waits."""
        while self._heap:
            key, ask = self._heap[0]
            if ask.waits and key == ask.key:
                return ask
            heappop(self._heap)
        return None

    def pop(self) -> None:
        """Take out the head."""
        heappop(self._heap)


class Pool:
    """People who may do the same things, and what waits for them.

    Parameters
    ----------
    posts
        The posts, in the order of the file.
    a, b
        A-holders, and B-holders who aren't A-holders.
    situation
        Who is there, who is busy, and what is waited for.
    place
        How many pools were made before it.
    """

    def __init__(
        self,
        posts: tuple[PostId, ...],
        a: tuple[Hand, ...],
        b: tuple[Hand, ...],
        situation: Situation,
        place: int,
    ) -> None:
        self.posts = posts
        self.a = a
        self.b = b
        self.people_a: People = people_of(a)
        self.people: People = self.people_a | people_of(b)
        self.waiting = Line()
        self.for_backups = Line()
        self.bit: PoolSet = 1 << place
        self._situation = situation
        for hand in (*a, *b):
            hand.worker.pools |= self.bit

    def ask(self, ask: Ask) -> None:
        """Put an ask in its place among what waits."""
        self.waiting.push(ask)
        self._situation.waited_for |= self.bit

    @property
    def idle_a(self) -> People:
        """The A-holders who are there with nothing in hand."""
        return self.people_a & self._situation.idle

    @property
    def idle(self) -> People:
        """The A- and B-holders who are there with nothing in hand."""
        return self.people & self._situation.idle

    @property
    def present(self) -> People:
        """The A- and B-holders who are there."""
        return self.people & self._situation.present

    def few_present(self, count: int) -> bool:
        """Whether fewer A-holders are present than it takes."""
        return (self.people_a & self._situation.present).bit_count() < count


def people_of(hands: tuple[Hand, ...]) -> People:
    """Return the set of the people whose hands they are."""
    found = 0
    for hand in hands:
        found |= hand.worker.bit
    return found
