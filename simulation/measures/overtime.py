"""Hours beyond the day: overtime, where the work allows it, and duty at night."""

from collections.abc import Iterator

from simulation.clock import HOUR
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally, by_kind
from simulation.measures.weeks import WEEK, week_name
from simulation.rows import Event
from simulation.summary import Key


def overtime_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the hours worked over time, and those of duty at night."""
    people = tuple(f"person:{person}" for person in ledger.town.people)
    tally = Tally((*ledger.everywhere, *people, *ledger.weeks), unit=HOUR)
    rows = ledger.table(Event.OVERTIME)
    for (stream, person, week), lengths in by_kind(
        rows["length"], rows["stream"], rows["person"], rows["at"] // WEEK
    ):
        places = ledger.places[ledger.texts[stream]]
        named = f"person:{ledger.texts[person]}", week_name(week)
        tally.extend((*places, *named), lengths)
    yield from tally.sums("overtime_hours")
    nights = Tally(("town", *people), unit=HOUR)
    rows = ledger.nights
    for (person,), lengths in by_kind(rows["length"], rows["person"]):
        nights.extend(("town", f"person:{ledger.texts[person]}"), lengths)
    yield from nights.sums("night_duty_hours")
