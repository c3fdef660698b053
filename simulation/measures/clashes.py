"""Clashes (打架): how many, between whom, when, at what cost, and how they ended."""

from collections.abc import Iterator
from itertools import combinations

from simulation.clock import DAY, HOUR
from simulation.log import Event, Row
from simulation.measures.ledger import Ledger, week_of
from simulation.measures.tally import Tally
from simulation.summary import Key

ENDINGS = ("waited", "taken_over", "interrupted", "agreed", "late", "dropped", "open")


def clash_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield clashes and the working hours lost by them."""
    order = _lead_order(ledger)
    weeks = (week_of(day) for day in range(0, ledger.days.end, 7 * DAY))
    places = (
        *ledger.everywhere,
        *(f"lead:{lead}" for lead in order),
        *(f"leads:{one}+{other}" for one, other in combinations(order, 2)),
        *(f"person:{person}" for person in ledger.town.people),
        *weeks,
    )
    number, hours = Tally(places), Tally(places)
    endings = {ending: Tally(("town",)) for ending in ENDINGS}
    for row in ledger.this_year(Event.CLASH):
        found = {*ledger.places[row.stream], *_places(row, order)}
        number.add(found)
        hours.add(found, row.length / HOUR)
        endings[row.how].add(("town",))
    yield from number.sums("clashes")
    yield from hours.sums("clash_hours")
    for ending, tally in endings.items():
        yield from tally.sums(f"clashes_{ending}")


def _lead_order(ledger: Ledger) -> tuple[str, ...]:
    """Return every post that commands a stream or a unit, in the order of the file."""
    town = ledger.town
    commanding = {*town.leads, *(town.lead_of_stream(stream) for stream in town.work)}
    return tuple(post for post in town.posts if post in commanding)


def _places(row: Row, order: tuple[str, ...]) -> Iterator[str]:
    """Yield what a clash counts for beside the asking stream."""
    leads = [lead for lead in order if lead in {row.lead, row.other_lead}]
    yield from (f"lead:{lead}" for lead in leads)
    yield f"leads:{'+'.join(leads)}"
    yield f"person:{row.person}"
    yield week_of(row.at)
