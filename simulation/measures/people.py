"""People: how busy they were, and who stood in for whom."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, compress, pairwise

import numpy as np
import numpy.typing as npt

from scenarios import Seat
from scenarios.language.base import PersonId, PostId
from simulation.log import NIGHT, Event, Row
from simulation.measures.ledger import Ledger
from simulation.measures.tally import NOTHING, Tally, ratio
from simulation.measures.weeks import WEEK, week_of
from simulation.summary import Key
from simulation.timetables import is_in


def people_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield utilisation, takeovers, and asks that found neither A nor B."""
    yield from _utilisation(ledger)
    yield from _standing_in(ledger)


def _utilisation(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield busy time as a share of presence; of a group, over all its A-holders."""
    places = {person: place for place, person in enumerate(ledger.town.people)}
    present = _present(ledger)
    busy = np.zeros_like(present)
    for person, weeks in ledger.work.by_week.items():
        busy[places[person]] = weeks
    for of, people in _groups(ledger):
        chosen = [places[person] for person in people]
        worked, there = busy[chosen].sum(axis=0), present[chosen].sum(axis=0)
        yield ("utilisation", of), ratio(int(worked.sum()), int(there.sum()))
        weekly = [*map(ratio, worked.tolist(), there.tolist())]
        full = 2 * there >= there.max(initial=1)
        busiest = max(compress(weekly, full.tolist()), default=NOTHING)
        yield ("utilisation_busiest_week", of), busiest
        if of == "town":
            for week, share in zip(ledger.weeks, weekly, strict=True):
                yield ("utilisation", week), share


def _present(ledger: Ledger) -> npt.NDArray[np.int64]:
    """Return how long people were there: a row a person, a column a week."""
    people = ledger.town.people.values()
    town = [ledger.calendar.between(*week) for week in pairwise(ledger.borders)]
    there = {person.id: [hours * is_in(person) for hours in town] for person in people}
    for row in ledger.this_year(Event.AWAY):
        there[row.person][row.at // WEEK] -= row.length
    table = np.array([*there.values()], dtype=np.int64)
    return table.reshape(len(people), len(ledger.weeks))


def _groups(ledger: Ledger) -> Iterator[tuple[str, Iterable[PersonId]]]:
    """Yield the groups of people whose utilisation is told."""
    town = ledger.town

    def holders(posts: Iterable[PostId]) -> Iterable[PersonId]:
        return {
            person: None
            for post in posts
            for person in ledger.plan.holders(post, Seat.A)
        }

    yield "town", holders(town.posts)
    for unit, posts in town.posts_of_unit.items():
        yield f"unit:{unit}", holders(posts)
    for module in town.modules:
        inside = (unit for unit in town.units.values() if unit.module == module)
        inner = [post for unit in inside for post in town.posts_of_unit[unit.id]]
        yield f"module:{module}", holders(inner)
    for lead in town.leads:
        yield f"lead:{lead}", holders([lead])
    for person in town.people:
        yield f"person:{person}", (person,)


def _standing_in(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    people = [f"person:{person}" for person in ledger.town.people]
    backup = Seat.B
    takeovers = [
        row
        for row in ledger.this_year(Event.BEGAN)
        if row.seat == backup and row.how not in {"meeting", NIGHT}
    ]
    both_away = ledger.this_year(Event.BOTH_AWAY)
    yield from _numbers(ledger, takeovers, people).sums("takeovers")
    yield from _numbers(ledger, both_away, ()).sums("both_away")


def _numbers(ledger: Ledger, rows: list[Row], people: Iterable[str]) -> Tally:
    """Return how many rows there are, by stream, by some people, and by week."""
    tally = Tally((*ledger.everywhere, *people, *ledger.weeks))
    for stream, number in Counter(row.stream for row in rows).items():
        tally.extend(ledger.places[stream], [number])
    of_rows = ((f"person:{row.person}", week_of(row.at)) for row in rows)
    for place, number in Counter(chain.from_iterable(of_rows)).items():
        tally.extend([place], [number])
    return tally
