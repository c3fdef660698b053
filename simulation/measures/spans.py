"""Span of control: how many people, and how much work, each lead commands."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from scenarios import Seat
from scenarios.language.base import PostId
from simulation.clock import HOUR
from simulation.measures.ledger import Ledger
from simulation.summary import Key

_WEEKS = 52


def span_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the people and the hours of work a week under each lead."""
    town, worked = ledger.town, _worked(ledger)
    under: dict[str | None, set[str]] = defaultdict(set)
    for post in town.posts:
        lead = town.lead_of_post(post)
        under[lead].update(ledger.plan.holders(post, Seat.A))
    for lead in town.leads:
        yield ("span_people", f"lead:{lead}"), float(len(under[lead]))
        yield ("span_load", f"lead:{lead}"), worked.get(lead, 0) / HOUR / _WEEKS


def _worked(ledger: Ledger) -> dict[PostId, int]:
    """Return how long people were at work on what each lead commands, overtime too."""
    worked = np.zeros(len(ledger.texts), np.int64)
    np.add.at(worked, ledger.spells["lead"], ledger.spells["length"])
    return dict(zip(ledger.texts, worked.tolist(), strict=True))
