"""How the staffing of today, as the roster states it, sits with the scenario."""

from collections.abc import Iterator
from difflib import get_close_matches

from optimizer.advice.advice import Advice, about
from optimizer.rules.max_posts import MAX_POSTS
from optimizer.rules.workload import WORKLOAD
from scenarios import Plan, Seat, Town
from scenarios.reading.references import posts_of_other_designs

_ALMOST_THE_SAME = 0.88
_MOST_NAMES = 50
"""Of more unknown posts than this the rest isn't compared, which takes long."""


def strained_today(town: Town) -> Iterator[Advice]:
    """Yield who is above a limit already today, who has no post, and odd names."""
    today = Plan.today(town)
    yield from _misspelt(town)
    if not today.assignments:
        return
    for key, rule in (("overloaded_today", WORKLOAD), ("many_posts_today", MAX_POSTS)):
        people = [
            name for one in rule.breaches(town, today) for name in one.named("person")
        ]
        if people:
            yield Advice(key, about("person", people))
    yield from _without_posts(town)
    both = [
        post
        for post in town.posts
        if set(today.holders(post, Seat.A)) & set(today.holders(post, Seat.B))
    ]
    if both:
        yield Advice("own_backup_today", about("post", both))


def _without_posts(town: Town) -> Iterator[Advice]:
    idle = [
        one.id for one in town.people.values() if not one.holds and not one.backs_up
    ]
    if idle:
        yield Advice("no_post_today", about("person", idle))


def _misspelt(town: Town) -> Iterator[Advice]:
    """Yield posts that the design lacks while it has one of nearly the same id."""
    for post in posts_of_other_designs(town)[:_MOST_NAMES]:
        near = get_close_matches(post, town.posts, n=1, cutoff=_ALMOST_THE_SAME)
        if near:
            yield Advice("post_misspelt", values={"given": post, "nearest": near[0]})
