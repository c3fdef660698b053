"""Posts that nobody, or too few, may hold or back up under the rules."""

from collections.abc import Callable, Iterator
from itertools import islice

from optimizer.advice.advice import Advice, about
from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.posts import Post
from scenarios.language.rules import Mode

MayHold = Callable[[PersonId, PostId, Seat], bool]


def hard_to_fill(town: Town) -> Iterator[Advice]:
    """Yield the posts without enough people who may hold them or back them up."""
    may = _may_hold(town)
    found: dict[str, list[PostId]] = {key: [] for key in _KEYS}
    for post in town.posts.values():
        key = _shortage(town, post, may)
        if key is not None:
            found[key].append(post.id)
    for key, posts in found.items():
        if posts:
            yield Advice(key, about("post", posts))


_KEYS = (
    "nobody_may_hold",
    "too_few_may_hold",
    "nobody_may_back_up",
    "too_few_may_back_up",
)


def _shortage(town: Town, post: Post, may: MayHold) -> str | None:
    """Return what a post is short of, if anything."""
    wanted = post.seats + post.backups
    holders = _first(town, post, Seat.A, wanted, may)
    if len(holders) < post.seats:
        return "too_few_may_hold" if holders else "nobody_may_hold"
    backups = _first(town, post, Seat.B, wanted, may)
    spare = len(holders | backups) - post.seats
    if min(len(backups), spare) < post.backups:
        return (
            "too_few_may_back_up" if min(len(backups), spare) else "nobody_may_back_up"
        )
    return None


def _first(
    town: Town, post: Post, seat: Seat, most: int, may: MayHold
) -> set[PersonId]:
    """Return those who may sit somewhere, and no more of them than matter."""
    able = (person for person in town.people if may(person, post.id, seat))
    return set(islice(able, most))


def _may_hold(town: Town) -> MayHold:
    """Return whether any hard rule keeps one person from one seat."""
    refusals = [
        rule.refusal(town)
        for rule in RULES
        if rule.refusal is not None and mode_of(town, rule.key) is Mode.HARD
    ]

    def may(person: PersonId, post: PostId, seat: Seat) -> bool:
        return not any(refuse(person, post, seat) for refuse in refusals)

    return may
