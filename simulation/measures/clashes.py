"""Clashes (打架): how many, between whom, when, at what cost, and how they ended."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from scenarios.language.base import PostId
from simulation.clock import HOUR
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally, by_kind
from simulation.measures.weeks import WEEK, week_name
from simulation.rows import Event
from simulation.summary import Key
from simulation.tables import Table

ENDINGS = ("waited", "taken_over", "interrupted", "agreed", "late", "dropped", "open")


def clash_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield clashes and the working hours lost by them."""
    clashes = ledger.table(Event.CLASH)
    lengths = _lengths(ledger, clashes)
    yield from lengths.counts("clashes")
    yield from lengths.sums("clash_hours")
    for ending in ENDINGS:
        number = np.count_nonzero(clashes["how"] == ledger.code(ending))
        yield (f"clashes_{ending}", "town"), float(number)


def _lengths(ledger: Ledger, clashes: Table) -> Tally:
    """Return the working time that each clash lost, by all that it counts for."""
    order, texts = _lead_order(ledger), ledger.texts
    tally = Tally(_places(ledger, order), unit=HOUR)
    lost = clashes["length"]
    sides = clashes["stream"], clashes["lead"], clashes["other_lead"]
    for codes, lengths in by_kind(lost, *sides):
        stream, *leads = (texts[code] for code in codes)
        tally.extend({*ledger.places[stream], *_sides(leads, order)}, lengths)
    for (person,), lengths in by_kind(lost, clashes["person"]):
        tally.extend([f"person:{texts[person]}"], lengths)
    for (week,), lengths in by_kind(lost, clashes["at"] // WEEK):
        tally.extend([week_name(week)], lengths)
    return tally


def _places(ledger: Ledger, order: tuple[PostId, ...]) -> Iterator[str]:
    """Yield all that a clash can count for."""
    yield from ledger.everywhere
    yield from (f"lead:{lead}" for lead in order)
    yield from (f"leads:{one}+{other}" for one, other in combinations(order, 2))
    yield from (f"person:{person}" for person in ledger.town.people)
    yield from ledger.weeks


def _lead_order(ledger: Ledger) -> tuple[PostId, ...]:
    """Return every post that commands a stream or a unit, in the order of the file."""
    town = ledger.town
    commanding = {*town.leads, *(town.lead_of_stream(stream) for stream in town.work)}
    return tuple(post for post in town.posts if post in commanding)


def _sides(leads: list[PostId], order: tuple[PostId, ...]) -> Iterator[str]:
    """Yield the leads of a clash, and the two as a pair."""
    sides = [lead for lead in order if lead in leads]
    yield from (f"lead:{lead}" for lead in sides)
    yield f"leads:{'+'.join(sides)}"
