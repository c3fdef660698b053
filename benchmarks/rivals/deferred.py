"""Deferred acceptance (Gale and Shapley 1962); other seats are filled greedily."""

from benchmarks.rivals.greedy import greedy
from optimizer.matching.deferred import deferred_acceptance
from optimizer.matching.market import market_of
from scenarios import Assignment, Plan, Seat, Town


def deferred(town: Town) -> Plan:
    """Return who gets which post by wishes and marks, completed under the rules."""
    matching = deferred_acceptance(market_of(town))
    return greedy(
        town, Plan.of(Assignment(post, Seat.A, who) for who, post in matching.items())
    )
