"""Hours beyond the day: overtime, where the work allows it, and duty at night."""

from collections.abc import Iterator

from simulation.clock import DAY, HOUR
from simulation.log import Event
from simulation.measures.ledger import Ledger, week_of
from simulation.measures.people import SPELLS
from simulation.measures.tally import Tally
from simulation.summary import Key


def overtime_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the hours worked over time, and those of duty at night."""
    places = (
        *ledger.everywhere,
        *(f"person:{person}" for person in ledger.town.people),
        *(week_of(day) for day in range(0, ledger.days.end, 7 * DAY)),
    )
    tally = Tally(places)
    for row in ledger.this_year(Event.OVERTIME):
        found = (*ledger.places[row.stream], f"person:{row.person}", week_of(row.at))
        tally.add(found, row.length / HOUR)
    yield from tally.sums("overtime_hours")
    nights = Tally(("town", *(f"person:{person}" for person in ledger.town.people)))
    for row in ledger.this_year(*SPELLS):
        if row.how == "night":
            nights.add(("town", f"person:{row.person}"), row.length / HOUR)
    yield from nights.sums("night_duty_hours")
