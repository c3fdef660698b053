"""The bench of each leader's post: who could follow (后备力量)."""

from collections.abc import Iterator, Sequence
from math import nan
from statistics import fmean

from scenarios import Town
from scenarios.language.people import Identity
from scenarios.language.posts import LEADERSHIP, Post
from simulation.careers.chairs import LEADER
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
    benches = _benches(log, all_, Conditions.of(town))
    yield ("successors", "seat:leader"), _mean([len(bench) for bench in benches])
    ever = {one.cadre.id: one for bench in benches for one in bench}
    for post in town.posts.values():
        if post.grade in LEADERSHIP:
            fit = {who for who, one in ever.items() if _brings(town, one, post)}
            counts = [sum([one.cadre.id in fit for one in bench]) for bench in benches]
            yield ("successors", f"post:{post.id}"), _mean(counts)


def _benches(
    log: CareerLog, all_: Sequence[History], conditions: Conditions
) -> list[list[History]]:
    """Return who of mid-level may become a leader, at the end of each year."""
    benches: list[list[History]] = [[] for _ in range(log.months // 12)]
    for one in all_:
        if one.sittings and one.cadre.identity is Identity.CIVIL_SERVANT:
            for year in one.years_there(log):
                if _may_lead(one, log.start + 12 * year + 11, conditions):
                    benches[year].append(one)
    return benches


def _may_lead(one: History, end: int, conditions: Conditions) -> bool:
    if (
        one.cadre.joined > end - conditions.minimum
        or one.cadre.retires < end + conditions.term
    ):
        return False
    held = one.holds(end)
    return bool(held) and LEADER not in [chair.level for chair in held]


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
