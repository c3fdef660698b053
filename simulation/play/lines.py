"""Lines of what waits, and the pools of people whom it waits for."""

from heapq import heappop, heappush

from scenarios.language.base import PostId
from simulation.play.asks import Ask, Hand, Key


class Line:
    """A queue by how pressing asks are; those that left are passed over."""

    def __init__(self) -> None:
        self._heap: list[tuple[Key, Ask]] = []

    def __bool__(self) -> bool:
        return bool(self._heap)

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
    """

    def __init__(
        self, posts: tuple[PostId, ...], a: tuple[Hand, ...], b: tuple[Hand, ...]
    ) -> None:
        self.posts = posts
        self.a = a
        self.b = b
        self.waiting = Line()
        self.for_backups = Line()
        for hand in (*a, *b):
            hand.worker.pools.append(self)

    def has_idle(self) -> bool:
        """Whether anybody who is present has nothing in hand."""
        return any(
            hand.worker.job is None and hand.worker.present
            for hands in (self.a, self.b)
            for hand in hands
        )

    def few_present(self, count: int) -> bool:
        """Whether fewer A-holders are present than it takes."""
        for hand in self.a:
            count -= hand.worker.present
            if count == 0:
                return False
        return True
