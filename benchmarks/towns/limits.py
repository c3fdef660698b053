"""The rules' limits in an invented town: as tight as the deal allows, or nearly."""

from collections.abc import Sequence
from math import ceil

from benchmarks.towns.deal import BACKUP_SHARE, MOST_A, MOST_B, MOST_VILLAGES, Deal

TAKEN_IN = 2
"""People whom a town may take in from other towns."""

ASKED_FOR: dict[str, object] = {"mode": "off"}


def limits(deals: Sequence[Deal]) -> dict[str, dict[str, object]]:
    """Return the rules of a scenario of some towns; what a town asks for is off."""
    return {
        "backup": {"most": MOST_B},
        "max_posts": {"most": MOST_A},
        "workload": {"backup_share": BACKUP_SHARE},
        "certified_officers": {"spare": 1},
        "identity": {"mode": "hard"},
        "transfers": {"mode": "hard", "most": TAKEN_IN}
        if len(deals) > 1
        else ASKED_FOR,
        "establishment": ASKED_FOR,
        "span_of_control": {**ASKED_FOR, "most": max(map(_widest, deals))},
        "peaks": {**ASKED_FOR, "above": 1.5},
        "joint_absence": ASKED_FOR,
        "matters": {**ASKED_FOR, "most_share": 0.5},
        "villages": {**ASKED_FOR, "most": MOST_VILLAGES},
        "n_minus_1": {**ASKED_FOR, "surge": max(map(_surge, deals))},
    }


def _widest(deal: Deal) -> int:
    """Return how many people the lead with the most has."""
    under: dict[int, set[str]] = {}
    for desk in deal.structure.desks:
        people = under.setdefault(deal.structure.module_of(desk.unit), set())
        people |= {holder.id for holder in deal.holders[desk.id]}
    return max(len(people) for people in under.values())


def _surge(deal: Deal) -> float:
    """Return how far beyond their hours somebody's absence drives a B-holder."""
    shares = [
        (deal.load(one) + deal.cover(one)) / one.hours for one in deal.structure.workers
    ]
    return ceil(10 * max(1.0, *shares)) / 10
