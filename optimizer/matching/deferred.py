"""Deferred acceptance (Gale and Shapley 1962): what selection alone would give.

People propose to the posts they wish for, the dearest first; each post keeps the best
marked of those who ever proposed, as many as it has places. Everybody gets one post at
most, and only one wished for. No pair blocks the result, and with strict preferences
nobody is better off in any other matching without blocking pairs.
"""

from collections.abc import Mapping

from optimizer.matching.market import Market
from scenarios.language.base import PersonId, PostId


def deferred_acceptance(market: Market) -> Mapping[PersonId, PostId]:
    """Return the post that each person gets, if any.

    Who proposes first makes no difference. Between equal marks, and between equal
    wishes, the order of the files decides, so the same town gives the same matching.
    """
    order = {person: place for place, person in enumerate(market.wishes)}
    settled = {person for person, _ in market.settled}
    left = {one: market.open_wishes(one) for one in order if one not in settled}
    kept: dict[PostId, list[PersonId]] = {}
    free = [*reversed(left)]
    while free:
        person = free.pop()
        if not left[person]:
            continue
        post = left[person].pop(0)
        holders = kept.setdefault(post, [])
        holders.append(person)
        if len(holders) > market.places[post]:
            least = min(holders, key=lambda one: (market.mark(one, post), -order[one]))
            holders.remove(least)
            free.append(least)
    return {person: post for post, holders in kept.items() for person in holders}
