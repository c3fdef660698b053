"""Matters (事项) of one unit that ask for the same certificates, taken together."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scenarios import Town
from scenarios.language.base import PersonId, UnitId
from scenarios.language.matters import Matter, MatterList


@dataclass(frozen=True, slots=True)
class MatterGroup:
    """Matters of one unit that ask for the same certificates.

    Parameters
    ----------
    unit
        The unit responsible.
    certificates
        What each officer on them must hold, sorted.
    matters
        The matters, in the order of the file; one at least.
    """

    unit: UnitId
    certificates: tuple[str, ...]
    matters: tuple[Matter, ...]

    @property
    def officers(self) -> int:
        """How many officers the greediest matter takes."""
        return max(matter.officers for matter in self.matters)

    @property
    def hours(self) -> float:
        """Hours a year of all the matters."""
        return sum(matter.hours_per_year for matter in self.matters)

    @property
    def subjects(self) -> tuple[str, ...]:
        """What a reason about the group names."""
        names = (f"certificate:{name}" for name in self.certificates)
        return (f"unit:{self.unit}", *names)

    def able(self, town: Town) -> Iterator[PersonId]:
        """Yield the people who hold all the certificates."""
        for person in town.people.values():
            if set(self.certificates) <= set(person.certificates):
                yield person.id


def matter_groups(town: Town, lists: Collection[MatterList]) -> tuple[MatterGroup, ...]:
    """Return the matters of some lists, grouped by unit and certificates."""
    groups: dict[tuple[UnitId, tuple[str, ...]], list[Matter]] = {}
    for matter in town.matters.values():
        if matter.list in lists:
            key = (matter.unit, tuple(sorted(set(matter.certificates))))
            groups.setdefault(key, []).append(matter)
    return tuple(MatterGroup(*key, tuple(some)) for key, some in groups.items())
