"""Approved establishment against strength, unit by unit (核定编制与实有人数)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.language.base import UnitId
from scenarios.language.people import Identity
from scenarios.town import Town

_ESTABLISHED = frozenset(
    {Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF, Identity.SUPPORT_STAFF}
)
"""Identities that take up a place on the town's establishment."""


@dataclass(frozen=True, slots=True)
class Strength:
    """One unit's places and people.

    Parameters
    ----------
    unit
        The unit that carries them.
    approved
        Approved places; nothing where the scenario names no number.
    there
        People whose establishment the unit carries, wherever they work.
    """

    unit: UnitId
    approved: int | None
    there: int


def strengths(town: Town) -> Iterator[Strength]:
    """Yield each unit that carries establishment, in the order of the file."""
    carried = Counter(
        person.establishment
        for person in town.people.values()
        if person.identity in _ESTABLISHED and person.establishment is not None
    )
    for unit in town.units.values():
        if unit.establishment is not None or carried[unit.id]:
            yield Strength(unit.id, unit.establishment, carried[unit.id])
    for other in sorted(carried.keys() - town.units.keys()):
        yield Strength(other, None, carried[other])
