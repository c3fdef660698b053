"""What a plan comes to as a two-way selection, beside deferred acceptance."""

from dataclasses import dataclass

from optimizer.matching.blocking import BlockingPair, Held, blocking_pairs
from optimizer.matching.deferred import deferred_acceptance
from optimizer.matching.market import Market, market_of
from optimizer.matching.rates import Rates, rates
from scenarios import Plan, Seat, Town


@dataclass(frozen=True, slots=True)
class Selection:
    """A plan as both sides see it.

    Parameters
    ----------
    rates
        Whose wishes the plan meets.
    blocking
        Pairs who would rather have each other.
    reference
        Whose wishes deferred acceptance would meet: selection alone, one post a
        person, without the rules that join several people or posts.
    reference_blocking
        Its blocking pairs; a theorem says that there are none.
    """

    rates: Rates
    blocking: tuple[BlockingPair, ...]
    reference: Rates
    reference_blocking: int


def selection(town: Town, plan: Plan) -> Selection | None:
    """Return what a plan comes to as a selection; ``None`` where nobody wished."""
    market = market_of(town)
    if not market.wishes:
        return None
    held = {person: plan.posts_of(person, Seat.A) for person in town.people}
    reference = reference_of(market)
    return Selection(
        rates(market, held),
        tuple(blocking_pairs(market, held)),
        rates(market, reference),
        sum(1 for _ in blocking_pairs(market, reference)),
    )


def reference_of(market: Market) -> Held:
    """Return who holds what by deferred acceptance; pinned people keep their posts."""
    held: dict[str, tuple[str, ...]] = {}
    for person, post in sorted(market.settled):
        held[person] = (*held.get(person, ()), post)
    chosen = deferred_acceptance(market)
    return {**held, **{person: (post,) for person, post in chosen.items()}}
