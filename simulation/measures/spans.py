"""Span of control: how many people, and how much work, each lead commands."""

from collections import defaultdict
from collections.abc import Iterator

from scenarios import Seat
from simulation.clock import HOUR
from simulation.measures.ledger import Ledger
from simulation.summary import Key

_WEEKS = 52


def span_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the people and the hours of work a week under each lead."""
    town, worked = ledger.town, ledger.work.by_lead
    under: dict[str | None, set[str]] = defaultdict(set)
    for post in town.posts:
        lead = town.lead_of_post(post)
        under[lead].update(ledger.plan.holders(post, Seat.A))
    for lead in town.leads:
        yield ("span_people", f"lead:{lead}"), float(len(under[lead]))
        yield ("span_load", f"lead:{lead}"), worked.get(lead, 0) / HOUR / _WEEKS
