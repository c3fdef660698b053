"""Lines of what waits, and the pools of people whom it waits for."""

from bisect import bisect_left

from scenarios.language.base import PostId
from simulation.play.asks import Ask, Key
from simulation.play.levels import Level
from simulation.play.situation import People, PoolSet, Situation
from simulation.play.workers import Hand, set_of


class Line:
    """Asks that wait, the most pressing first; those that left are passed over."""

    def __init__(self) -> None:
        self._asks: list[Ask] = []
        self._keys: list[Key] = []

    def push(self, ask: Ask) -> None:
        """Put an ask in its place."""
        place = bisect_left(self._keys, ask.key)
        self._keys.insert(place, ask.key)
        self._asks.insert(place, ask)

    def remove(self, ask: Ask) -> None:
        """Take out an ask that still waits."""
        self._take_out(bisect_left(self._keys, ask.key))

    def head(self) -> Ask | None:
        """Return the most pressing ask that still waits."""
        return self.waiting_at(0)

    def waiting_at(self, place: int) -> Ask | None:
        """Return what still waits at a place, once those that left are taken out."""
        while place < len(self._asks):
            ask = self._asks[place]
            if ask.waits:
                return ask
            self._take_out(place)
        return None

    def _take_out(self, place: int) -> None:
        del self._asks[place]
        del self._keys[place]


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
        self.people_a: People = set_of(hand.worker for hand in a)
        self.people: People = self.people_a | set_of(hand.worker for hand in b)
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

    def press(self, ask: Ask, level: Level) -> None:
        """Put an ask that waits on another level."""
        self.waiting.remove(ask)
        ask.press(level)
        self.waiting.push(ask)

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
