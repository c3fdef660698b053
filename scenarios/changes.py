"""How one design differs from another: what is new, changed, closed, unchanged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from scenarios.town import Town

ENTRIES = ("units", "modules", "posts", "people", "matters", "work", "ladders")
"""Sections that are mappings by id, in reading order."""

_APART = frozenset({*ENTRIES, "schema_", "id", "name", "summary"})


@dataclass(frozen=True, slots=True)
class Changes:
    """How one section differs.

    Parameters
    ----------
    section
        Which section; ``settings`` for all that are no mappings by id, and whose keys
        go as entries: ``rules.workload``, ``layers``.
    new, closed
        Ids that only the other design has, and those that only the first has.
    changed
        The keys that differ, by the id of the entry.
    unchanged
        How many entries are the same.
    """

    section: str
    new: tuple[str, ...]
    closed: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    unchanged: int


def changes(first: Town, other: Town) -> tuple[Changes, ...]:
    """Return how a design differs from the first, a row a section."""
    sections = [
        _compared(section, getattr(first, section), getattr(other, section))
        for section in ENTRIES
    ]
    settings = _compared("settings", dict(_settings(first)), dict(_settings(other)))
    return (*sections, settings)


def _compared(
    section: str, first: Mapping[str, object], other: Mapping[str, object]
) -> Changes:
    both = [key for key in first if key in other]
    changed = {
        key: _keys_changed(first[key], other[key])
        for key in both
        if first[key] != other[key]
    }
    return Changes(
        section,
        tuple(key for key in other if key not in first),
        tuple(key for key in first if key not in other),
        changed,
        len(both) - len(changed),
    )


def _keys_changed(first: object, other: object) -> tuple[str, ...]:
    """Return the keys in which two entries differ."""
    if not isinstance(first, BaseModel) or not isinstance(other, BaseModel):
        return ()
    return tuple(
        info.alias or key
        for key, info in type(first).model_fields.items()
        if getattr(first, key) != getattr(other, key, None)
    )


def _settings(town: Town) -> Iterator[tuple[str, object]]:
    """Yield the settings of a town by their key, rules one by one."""
    for key in Town.model_fields:
        if key in {"rules", "pins"}:
            part = getattr(town, key)
            for inner, value in part.items() if key == "pins" else part:
                yield f"{key}.{inner}", value
        elif key not in _APART:
            yield key, getattr(town, key)
