"""Entries of the roster that don't fit together."""

from collections.abc import Iterator

from optimizer.advice.advice import Advice, about
from scenarios import Town
from scenarios.language.months import month
from scenarios.language.people import Person

_YOUNGEST = 16 * 12
_OLDEST = 65 * 12


def doubtful_people(town: Town) -> Iterator[Advice]:
    """Yield people whose dates, rank or relatives look like a slip of the pen."""
    begins = month(town.calendar.year, 1)
    people = town.people.values()
    found = {
        "joined_too_young": [p for p in people if p.joined - p.born < _YOUNGEST],
        "rank_before_joining": [
            p for p in people if p.rank_since is not None and p.rank_since < p.joined
        ],
        "beyond_retirement": [
            p for p in people if begins - p.born > _OLDEST and p.retires is None
        ],
        "rank_of_others": [p for p in people if _stands_elsewhere(town, p)],
        "kin_one_sided": [p for p in people if _one_sided(town, p)],
    }
    for key, some in found.items():
        if some:
            yield Advice(key, about("person", (one.id for one in some)))


def _stands_elsewhere(town: Town, person: Person) -> bool:
    """Whether the person's rank stands on ladders of other identities alone."""
    ladders = [one for one in town.ladders.values() if person.rank in one.rungs]
    return bool(ladders) and all(one.identity != person.identity for one in ladders)


def _one_sided(town: Town, person: Person) -> bool:
    return any(person.id not in town.people[one].kin for one in person.kin)
