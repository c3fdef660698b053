"""From descriptions of who may do something to the people who may."""

from scenarios import Plan, Seat, Town
from scenarios.language import steps
from scenarios.language.base import PostId
from simulation.play.lines import Pool
from simulation.play.situation import PoolSet, Situation
from simulation.play.workers import Hand, Worker
from simulation.record import Record


class Pools:
    """The pools of a town under a plan; the same description gives the same pool."""

    def __init__(
        self,
        town: Town,
        plan: Plan,
        workers: dict[str, Worker],
        situation: Situation,
        record: Record,
    ) -> None:
        self._town = town
        self._plan = plan
        self._workers = workers
        self._situation = situation
        self._record = record
        self._made: dict[tuple[tuple[PostId, ...], tuple[str, ...]], Pool] = {}
        self._in_order: list[Pool] = []

    def among(self, some: PoolSet) -> list[Pool]:
        """Return the pools of a set, in the order in which they were made."""
        found = []
        while some:
            lowest = some & -some
            found.append(self._in_order[lowest.bit_length() - 1])
            some ^= lowest
        return found

    def of_posts(self, *posts: PostId) -> Pool:
        """Return the pool of the holders and backups of some posts."""
        return self._pool(posts, ())

    def of(self, who: steps.Pool) -> Pool:
        """Return the pool that a description names."""
        return self._pool(self._town.posts_of_pool(who), who.certificates)

    def _pool(self, posts: tuple[PostId, ...], certificates: tuple[str, ...]) -> Pool:
        key = (posts, certificates)
        if key not in self._made:
            needed = frozenset(certificates)
            a = self._hands(posts, Seat.A, needed)
            b = self._hands(posts, Seat.B, needed)
            made = self._made[key] = Pool(
                posts,
                tuple(a.values()),
                tuple(hand for person, hand in b.items() if person not in a),
                self._situation,
                len(self._in_order),
            )
            self._in_order.append(made)
        return self._made[key]

    def _hands(
        self, posts: tuple[PostId, ...], seat: Seat, needed: frozenset[str]
    ) -> dict[str, Hand]:
        """Return the holders who have the certificates, by the first of their posts."""
        found: dict[str, Hand] = {}
        record = self._record
        for post in posts:
            for person in self._plan.holders(post, seat):
                if needed <= {*self._town.people[person].certificates}:
                    named = record.named(person, post, seat)
                    hand = Hand(self._workers[person], post, str(seat), named)
                    found.setdefault(person, hand)
        return found
