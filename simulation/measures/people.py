"""People: how busy they were, and who stood in for whom."""

from collections.abc import Iterable, Iterator
from itertools import compress, pairwise

import numpy as np
import numpy.typing as npt

from scenarios import Seat
from scenarios.language.base import PersonId, PostId
from simulation.measures.ledger import Ledger
from simulation.measures.tally import NOTHING, Tally, ratio
from simulation.measures.weeks import WEEK
from simulation.measures.work import work_by_week
from simulation.rows import NIGHT, Event
from simulation.summary import Key
from simulation.tables import Table
from simulation.timetables import is_in


def people_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield utilisation, takeovers, and asks that found neither A nor B."""
    yield from _utilisation(ledger)
    yield from _standing_in(ledger)


def _utilisation(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield busy time as a share of presence; of a group, over all its A-holders."""
    places = {person: place for place, person in enumerate(ledger.town.people)}
    present, busy = _present(ledger), work_by_week(ledger)
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
    hours = [ledger.calendar.between(*week) for week in pairwise(ledger.borders)]
    people = ledger.town.people.values()
    there = np.outer([is_in(person) for person in people], hours).astype(np.int64)
    away = ledger.table(Event.AWAY)
    place = ledger.people[away["person"]], away["at"] // WEEK
    np.subtract.at(there, place, away["length"])
    return there


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
    begun, both_away = ledger.table(Event.BEGAN), ledger.table(Event.BOTH_AWAY)
    others = [ledger.code(how) for how in ("meeting", NIGHT)]
    by_backup = begun["seat"] == ledger.code(Seat.B)
    takeovers = begun.compress(by_backup & ~np.isin(begun["how"], others))
    yield from _numbers(ledger, takeovers, people).sums("takeovers")
    yield from _numbers(ledger, both_away, []).sums("both_away")


def _numbers(ledger: Ledger, rows: Table, people: list[str]) -> Tally:
    """Return how many rows there are, by stream, by some people, and by week."""
    tally = Tally((*ledger.everywhere, *people, *ledger.weeks))
    streams = np.bincount(ledger.streams[rows["stream"]], minlength=len(ledger.places))
    for places, number in zip(ledger.places.values(), streams, strict=True):
        tally.extend(places, [number])
    weeks = rows["at"] // WEEK
    for names, of in (people, ledger.people[rows["person"]]), (ledger.weeks, weeks):
        # What is nobody's comes behind all names.
        numbers = np.bincount(of, minlength=len(names))
        for name, number in zip(names, numbers, strict=False):
            tally.extend([name], [number])
    return tally
