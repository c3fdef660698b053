"""Clashes (打架): how many, between whom, when, at what cost, and how they ended."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from scenarios.language.base import PersonId, PostId, StreamId
from simulation.clock import HOUR
from simulation.log import Event, Row
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally
from simulation.measures.weeks import WEEK, week_name
from simulation.summary import Key

ENDINGS = ("waited", "taken_over", "interrupted", "agreed", "late", "dropped", "open")


def clash_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield clashes and the working hours lost by them."""
    clashes = ledger.this_year(Event.CLASH)
    lengths = _lengths(ledger, clashes)
    yield from lengths.counts("clashes")
    yield from lengths.sums("clash_hours")
    endings = Counter(row.how for row in clashes)
    for ending in ENDINGS:
        yield (f"clashes_{ending}", "town"), float(endings[ending])


def _lengths(ledger: Ledger, clashes: list[Row]) -> Tally:
    """Return the working time that each clash lost, by all that it counts for."""
    order = _lead_order(ledger)
    asked: defaultdict[tuple[StreamId, PostId, PostId], list[int]] = defaultdict(list)
    people: defaultdict[PersonId, list[int]] = defaultdict(list)
    weeks: defaultdict[int, list[int]] = defaultdict(list)
    for row in clashes:
        asked[row.stream, row.lead, row.other_lead].append(row.length)
        people[row.person].append(row.length)
        weeks[row.at // WEEK].append(row.length)
    tally = Tally(_places(ledger, order), unit=HOUR)
    for (stream, *leads), lengths in asked.items():
        tally.extend({*ledger.places[stream], *_sides(leads, order)}, lengths)
    for person, lengths in people.items():
        tally.extend([f"person:{person}"], lengths)
    for week, lengths in weeks.items():
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
