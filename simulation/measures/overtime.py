"""Hours beyond the day: overtime, where the work allows it, and duty at night."""

from collections.abc import Iterator

from simulation.clock import HOUR
from simulation.log import Event
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally
from simulation.measures.weeks import week_of
from simulation.summary import Key


def overtime_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the hours worked over time, and those of duty at night."""
    people = tuple(f"person:{person}" for person in ledger.town.people)
    tally = Tally((*ledger.everywhere, *people, *ledger.weeks), unit=HOUR)
    for row in ledger.this_year(Event.OVERTIME):
        found = (*ledger.places[row.stream], f"person:{row.person}", week_of(row.at))
        tally.extend(found, [row.length])
    yield from tally.sums("overtime_hours")
    nights = Tally(("town", *people), unit=HOUR)
    for person, length in ledger.work.at_night.items():
        nights.extend(("town", f"person:{person}"), [length])
    yield from nights.sums("night_duty_hours")
