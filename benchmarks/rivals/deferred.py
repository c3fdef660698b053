"""Deferred acceptance (Gale and Shapley 1962); other seats are filled greedily."""

from benchmarks.rivals.greedy import greedy
from optimizer.build import refused
from optimizer.goals.fit import PointsLost
from optimizer.rules import RULES
from scenarios import Assignment, Plan, Seat, Town


def deferred(town: Town) -> Plan:
    """Return who gets which post by wishes and marks, completed under the rules.

    A post that somebody is pinned to is not for choosing.
    """
    lost, closed = PointsLost(town), refused(town, RULES)
    wishes = sorted(
        (row.wish, row.person, row.post)
        for row in town.scores.rows
        if row.wish is not None
        and row.post not in town.pins
        and Assignment(row.post, Seat.A, row.person) not in closed
    )
    left = {
        person: [p for _, one, p in wishes if one == person] for person in town.people
    }
    kept: dict[str, list[str]] = {}
    free = [person for person in town.people if left[person]]
    while free:
        person = free.pop()
        if left[person]:
            post = left[person].pop(0)
            holders = kept.setdefault(post, [])
            holders.append(person)
            if len(holders) > town.posts[post].seats:
                least = max(holders, key=lambda one: (lost.by(one, post), one))
                holders.remove(least)
                free.append(least)
    return greedy(
        town,
        Plan.of(
            Assignment(post, Seat.A, person)
            for post, holders in kept.items()
            for person in holders
        ),
    )
