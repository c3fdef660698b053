"""Blocking pairs: a person and a post who both prefer each other to what they have.

A person prefers a post wished for to an A-post held that comes later on the own list
or doesn't stand there, and to having none. A post prefers a person to an empty seat,
and to an A-holder with a lower mark. Pairs that a hard rule about one person and one
post forbids don't block; nor does anybody give up, or push aside, a pinned post.
Rules that join several people or posts are not looked at: a blocking pair says that
both sides would rather, not that the rules would allow it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from optimizer.matching.market import Market
from scenarios.language.base import PersonId, PostId

Held = Mapping[PersonId, Sequence[PostId]]
"""The A-posts of each person."""


@dataclass(frozen=True, slots=True)
class BlockingPair:
    """A person and a post who would rather have each other.

    Parameters
    ----------
    person, post
        The two.
    wish
        The person's rank of the post.
    instead_of
        The post that the person would give up, the least wished for of those held;
        none if the person has no post.
    ahead_of
        The holder whom the post would let go, the lowest marked; none if a seat is
        empty.
    """

    person: PersonId
    post: PostId
    wish: int
    instead_of: PostId | None
    ahead_of: PersonId | None


def blocking_pairs(market: Market, held: Held) -> Iterator[BlockingPair]:
    """Yield every blocking pair of who holds what as A, the dearest wishes first."""
    holders = _movable_holders(market, held)
    for person, wished in market.wishes.items():
        own = held.get(person, ())
        movable = [post for post in own if (person, post) not in market.settled]
        if own and not movable:
            continue
        gone = max(movable, key=lambda one: _rank(wished, one), default=None)
        for post in market.open_wishes(person):
            if post in own or (gone and _rank(wished, gone) <= wished[post]):
                continue
            there = holders.get(post, [])
            if len(there) < market.places[post]:
                yield BlockingPair(person, post, wished[post], gone, None)
            elif last := _least_preferred(market, post, there, person):
                yield BlockingPair(person, post, wished[post], gone, last)


def _movable_holders(market: Market, held: Held) -> Mapping[PostId, list[PersonId]]:
    holders: dict[PostId, list[PersonId]] = {}
    for person, posts in held.items():
        for post in posts:
            if (person, post) not in market.settled:
                holders.setdefault(post, []).append(person)
    return holders


def _rank(wished: Mapping[PostId, int], post: PostId) -> float:
    """Return a person's rank of a post; one not wished for comes after all others."""
    return wished.get(post, inf)


def _least_preferred(
    market: Market, post: PostId, there: Sequence[PersonId], rival: PersonId
) -> PersonId | None:
    """Return whom a post would let go for a rival: the lowest marked, if lower."""
    last = min(there, key=lambda one: market.mark(one, post), default=None)
    if last is None or market.mark(last, post) >= market.mark(rival, post):
        return None
    return last
