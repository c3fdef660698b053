"""What was refused: work that went up, and requests that the county didn't grant."""

from collections.abc import Iterator

from scenarios.language.steps import JointStep
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally
from simulation.rows import Event
from simulation.summary import Key


def refusal_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield how often work went up, and what the county said to requests."""
    went_up = Tally(ledger.everywhere)
    for row in ledger.this_year(Event.WENT_UP):
        went_up.extend(ledger.places[row.stream], [1])
    yield from went_up.counts("went_up")
    asking = [
        f"stream:{stream.id}"
        for stream in ledger.town.work.values()
        if any(isinstance(step, JointStep) for step in stream.steps)
    ]
    for event in (Event.DECLINED, Event.POSTPONED):
        tally = Tally(("town", *asking))
        for row in ledger.this_year(event):
            tally.extend(("town", f"stream:{row.stream}"), [1])
        yield from tally.counts(f"joint_requests_{event}")
