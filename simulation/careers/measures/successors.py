"""The bench of each leader's post: who could follow (后备力量)."""

from collections.abc import Iterator, Sequence
from math import nan
from statistics import fmean

from scenarios import Town
from scenarios.language.people import Identity
from scenarios.language.posts import LEADERSHIP, Post
from simulation.careers.chairs import Level
from simulation.careers.conditions import Conditions
from simulation.careers.log import CareerLog
from simulation.careers.measures.history import History
from simulation.summary import Key


def successors(
    town: Town, log: CareerLog, all_: Sequence[History]
) -> Iterator[tuple[Key, float]]:
    """Yield how many could follow in a leader's post, as a mean over ends of years.

    Those who qualify for leadership: in all, and by post those who bring what it
    requires. Newcomers have no certificates, and are taken to be Party members.
    """
    conditions = Conditions.of(town)
    ends = [log.start + 12 * years - 1 for years in range(1, log.months // 12 + 1)]
    benches = [_bench(all_, end, conditions) for end in ends]
    yield ("successors", "seat:leader"), _mean([len(bench) for bench in benches])
    for post in town.posts.values():
        if post.grade in LEADERSHIP:
            counts = [
                sum(_brings(town, one, post) for one in bench) for bench in benches
            ]
            yield ("successors", f"post:{post.id}"), _mean(counts)


def _bench(
    all_: Sequence[History], end: int, conditions: Conditions
) -> tuple[History, ...]:
    """Return who of mid-level may become a leader at the end of a year."""
    return tuple(
        one
        for one in all_
        if one.is_there(end)
        and one.cadre.identity is Identity.CIVIL_SERVANT
        and one.cadre.joined <= end - conditions.minimum
        and one.cadre.retires >= end + conditions.term
        and (held := one.holds(end))
        and all(chair.level is not Level.LEADER for chair in held)
    )


def _brings(town: Town, one: History, post: Post) -> bool:
    """Tell whether somebody brings what a post requires, as far as that is known."""
    asked, person = post.requires, town.people.get(one.cadre.id)
    if asked.identity and one.cadre.identity not in asked.identity:
        return False
    if person is None:
        return not asked.certificates
    return set(asked.certificates) <= set(person.certificates) and (
        person.party or not asked.party
    )


def _mean(values: Sequence[int]) -> float:
    return fmean(values) if values else nan
