"""People: how busy they were, and who stood in for whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from scenarios import Seat
from scenarios.language.base import PersonId, PostId
from simulation.calendars import is_in
from simulation.log import Event
from simulation.measures.ledger import Ledger
from simulation.measures.tally import NOTHING, Tally
from simulation.summary import Key

SPELLS = (Event.INTERRUPTED, Event.ENDED, Event.CUT, Event.OPEN)
"""The rows that end a spell of work and say how long it was."""


def people_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield utilisation, takeovers, and asks that found neither A nor B."""
    yield from _utilisation(ledger)
    yield from _standing_in(ledger)


def busy_and_present(ledger: Ledger) -> dict[PersonId, tuple[int, int]]:
    """Return how long each person worked, overtime and nights apart, and was there."""
    busy: dict[PersonId, int] = defaultdict(int)
    away: dict[PersonId, int] = defaultdict(int)
    for row in ledger.this_year(*SPELLS):
        busy[row.person] += row.length * (row.how != "night")
    for row in ledger.this_year(Event.OVERTIME):
        busy[row.person] -= row.length
    for row in ledger.this_year(Event.AWAY):
        away[row.person] += row.length
    days = len(ledger.days.in_year)
    return {
        person.id: (
            busy[person.id],
            days * ledger.days.length * is_in(person) - away[person.id],
        )
        for person in ledger.town.people.values()
    }


def _utilisation(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield busy time as a share of presence; of a group, over all its A-holders."""
    times = busy_and_present(ledger)
    for of, people in _groups(ledger):
        chosen = [times[person] for person in people]
        busy = sum(worked for worked, _ in chosen)
        present = sum(there for _, there in chosen)
        yield ("utilisation", of), busy / present if present > 0 else NOTHING


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
    takeovers = Tally((*ledger.everywhere, *people))
    for row in ledger.this_year(Event.BEGAN):
        if row.seat == Seat.B and row.how != "meeting":
            takeovers.add((*ledger.places[row.stream], f"person:{row.person}"))
    both_away = Tally(ledger.everywhere)
    for row in ledger.this_year(Event.BOTH_AWAY):
        both_away.add(ledger.places[row.stream])
    yield from takeovers.sums("takeovers")
    yield from both_away.sums("both_away")
