"""Who wishes for which post, whom the posts prefer, and how many places there are.

A town's wishes are ``scores.wish``, its posts' preferences ``scores.assessment``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.rules import Mode

Pair = tuple[PersonId, PostId]


@dataclass(frozen=True, slots=True)
class Market:
    """Both sides of the selection of A-holders.

    Parameters
    ----------
    wishes
        Each person's rank of each post wished for, 1 first, whoever may hold it.
    marks
        The post's mark of the person; higher is better. Nobody marked: no entry.
    usual
        What somebody without a mark counts as at a post: the mean of those marked.
    places
        Seats of each post that are open to selection.
    settled
        Pairs that no wish moves: pinned people at their posts.
    closed
        Pairs wished for that a hard rule about one person and one post forbids.
    """

    wishes: Mapping[PersonId, Mapping[PostId, int]]
    marks: Mapping[Pair, float]
    usual: Mapping[PostId, float]
    places: Mapping[PostId, int]
    settled: frozenset[Pair]
    closed: frozenset[Pair]

    def mark(self, person: PersonId, post: PostId) -> float:
        """Return how much a post prefers a person; all alike where nobody is marked."""
        return self.marks.get((person, post), self.usual.get(post, 0.0))

    def open_wishes(self, person: PersonId) -> list[PostId]:
        """Return the posts a person wishes for and may hold, the dearest first."""
        wished = self.wishes.get(person, {})
        allowed = [post for post in wished if (person, post) not in self.closed]
        return sorted(allowed, key=lambda post: wished[post])


def market_of(town: Town) -> Market:
    """Return the market of a town's posts and people."""
    wishes: dict[PersonId, dict[PostId, int]] = {}
    marks: dict[Pair, float] = {}
    for row in town.scores.rows:
        if row.post not in town.posts or row.person not in town.people:
            continue
        if row.wish is not None:
            wishes.setdefault(row.person, {})[row.post] = row.wish
        if row.assessment is not None:
            marks[row.person, row.post] = row.assessment
    settled = _settled(town)
    return Market(
        wishes,
        marks,
        _usual(marks),
        {
            post.id: post.seats - sum(post.id == held for _, held in settled)
            for post in town.posts.values()
        },
        settled,
        _closed(town, wishes),
    )


def _usual(marks: Mapping[Pair, float]) -> Mapping[PostId, float]:
    by_post: dict[PostId, list[float]] = {}
    for (_, post), mark in marks.items():
        by_post.setdefault(post, []).append(mark)
    return {post: fmean(given) for post, given in by_post.items()}


def _settled(town: Town) -> frozenset[Pair]:
    if mode_of(town, "pins") is not Mode.HARD:
        return frozenset()
    return frozenset(
        (person, post) for post, people in town.pins.items() for person in people
    )


def _closed(
    town: Town, wishes: Mapping[PersonId, Mapping[PostId, int]]
) -> frozenset[Pair]:
    refusals = [
        rule.refusal(town)
        for rule in RULES
        if rule.refusal is not None and mode_of(town, rule.key) is Mode.HARD
    ]
    return frozenset(
        (person, post)
        for person, wished in wishes.items()
        for post in wished
        if any(refuse(person, post, Seat.A) for refuse in refusals)
    )
