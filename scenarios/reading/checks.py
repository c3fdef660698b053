"""Every fault of a scenario in one go, and none that only follows from another."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from scenarios.reading.absorption import absorption_faults
from scenarios.reading.chain import Chain
from scenarios.reading.characters import deceiving_characters
from scenarios.reading.differences import SETTING
from scenarios.reading.faults import Fault, FaultyScenarioError, Place
from scenarios.reading.known import Location, holds_entries
from scenarios.reading.known_ids import known_ids
from scenarios.reading.mending import mended
from scenarios.reading.nodes import NOWHERE, Keys, place_of, stands_in
from scenarios.reading.references import missing_references
from scenarios.reading.validation import Wrong
from scenarios.town import Town

_UNKNOWN_ENTRY = ("unknown_entry", "unknown_entry_near")
_OF_GAPS = frozenset({
    "missing", "one_form", "kind_of_step", "steps_arrive", "duration_parts",
})  # fmt: skip
"""Faults that follow when something isn't read."""


def checked(chain: Chain, scenario: str) -> Town:
    """Return the town that the files of a chain describe.

    Raises
    ------
    FaultyScenarioError
        With every fault of the files as such, then those of single values, then names
        of things that don't exist. An entry with a fault does exist.
    """
    deceiving = [*deceiving_characters(chain.root)]
    whole = mended(chain.root, scenario)
    faults = [*chain.faults, *deceiving]
    told = {one.place for one in deceiving}
    of_values = _of_values(whole.wrong, chain, told)
    faults += {(one.place, one.path): one for one in of_values}.values()
    if whole.town is not None:
        made_up = {one.path for one in faults if one.key in _UNKNOWN_ENTRY}
        known = known_ids(chain, whole, made_up)
        of_names = _of_names(whole.town, whole.keys, known, chain.root)
        faults += (one for one in of_names if one.place not in {NOWHERE, *told})
    if whole.town is None or faults:
        raise FaultyScenarioError(faults)
    return whole.town


def _of_values(
    wrong: Collection[Wrong], chain: Chain, told: Collection[Place]
) -> Iterator[Fault]:
    for one in wrong:
        key = tuple(str(part) for part in one.where[2:])
        key = key if one.fault.key == "missing" else ()
        lacking = one.fault.key in _OF_GAPS and chain.gaps.may_say(
            str(one.where[0]) if one.where else "", key
        )
        if one.fault.place not in told and not lacking:
            yield _of_unknown_entry(one, chain.root) or one.fault


def _of_unknown_entry(one: Wrong, root: Keys) -> Fault | None:
    """Return the fault that a setting goes into an entry that isn't there."""
    entries = root.entries.get(str(one.where[0])) if one.where else None
    if (
        one.fault.key != "missing"
        or len(one.where) < 3
        or not isinstance(entries, Keys)
    ):
        return None
    name = str(one.where[1])
    entry, place = entries.entries.get(name), entries.key_place(name)
    of_setting = place.file.startswith(SETTING) and not place.line
    of_path = of_setting and entry is not None and entry.place == place
    if not (of_path and holds_entries(one.where[:1])):
        return None
    near = get_close_matches(name, entries.entries.keys() - {name}, n=1)
    key = "unknown_entry_near" if near else "unknown_entry"
    values = {"given": name, "nearest": near[0] if near else ""}
    return Fault(key, place, f"{one.where[0]}.{name}", values)


def _of_names(
    town: Town, keys: Keys, known: Mapping[str, Collection[str]], root: Keys
) -> Iterator[Fault]:
    def where(path: Location) -> tuple[Place, str]:
        if stands_in(keys, path):
            return NOWHERE, ""
        return place_of(root, path), ".".join(map(str, path))

    yield from missing_references(town, known, where)
    yield from absorption_faults(town, where)
