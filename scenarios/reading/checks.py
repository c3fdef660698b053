"""Every fault of a scenario in one go, and none that only follows from another."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from scenarios.reading.absorption import absorption_faults
from scenarios.reading.chain import Chain
from scenarios.reading.characters import deceiving_characters
from scenarios.reading.differences import SETTING
from scenarios.reading.faults import Fault, FaultyScenarioError, Place
from scenarios.reading.known import Location, holds_entries, known_keys
from scenarios.reading.nodes import Keys, place_of
from scenarios.reading.references import ids_of, missing_references
from scenarios.reading.sound import Sound, sound_part
from scenarios.reading.validation import Wrong, validated
from scenarios.town import Town

_SECTIONS = {
    "people": "person",
    "modules": "module",
    "units": "unit",
    "posts": "post",
    "ladders": "rung",
}
"""The sort of thing whose ids stand in a section."""
_OF_LACKING_COLUMNS = frozenset({
    "missing", "one_form", "kind_of_step", "steps_arrive", "duration_parts",
})  # fmt: skip
"""Faults that follow when a column isn't read."""


def checked(chain: Chain, scenario: str) -> Town:
    """Return the town that the files of a chain describe.

    Raises
    ------
    FaultyScenarioError
        With every fault of the files as such, then those of single values, then names
        of things that don't exist. An entry with a fault does exist.
    """
    root = chain.root
    deceiving = [*deceiving_characters(root)]
    faults = [*chain.faults, *deceiving]
    found = validated(root, scenario)
    wrong = () if isinstance(found, Town) else found
    of_values = _of_values(wrong, chain, {one.place for one in faults})
    faults += {(one.place, one.path): one for one in of_values}.values()
    whole = Sound(found, root) if isinstance(found, Town) else None
    sound = whole or sound_part(root, scenario, wrong)
    if sound is not None and not deceiving:
        faults += _of_names(sound, chain, wrong)
    if whole is None or faults:
        raise FaultyScenarioError(faults)
    return whole.town


def _of_values(
    wrong: Collection[Wrong], chain: Chain, told: Collection[Place]
) -> Iterator[Fault]:
    for one in wrong:
        lacking = bool(one.where) and one.where[0] in chain.columns_lacking
        follows = lacking and one.fault.key in _OF_LACKING_COLUMNS
        if one.fault.place not in told and not follows:
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


def _of_names(sound: Sound, chain: Chain, wrong: Collection[Wrong]) -> Iterator[Fault]:
    def where(path: Location) -> tuple[Place, str]:
        written = sound.written(path, chain.root)
        return place_of(chain.root, written), ".".join(map(str, written))

    known = _known(sound.town, chain, {one.where[0] for one in wrong if one.where})
    yield from missing_references(sound.town, known, where)
    yield from absorption_faults(sound.town, where)


def _known(
    town: Town, chain: Chain, faulty: Collection[str | int]
) -> dict[str, Collection[str]]:
    """Return the ids that are written, of all sorts whose ids are all known.

    Parameters
    ----------
    faulty
        Sections, known or not, in which something is wrong.
    """
    written = chain.root.entries
    misspelt = not written.keys() <= {*known_keys(())}
    known: dict[str, Collection[str]] = {}
    for section, sort in _SECTIONS.items():
        node = written.get(section)
        if section in chain.unread | chain.ids_lacking:
            continue
        if isinstance(node, Keys):
            known[sort] = node.entries.keys()
        elif node is None and not misspelt:
            known[sort] = ()
    if "rung" in known and "ladders" not in faulty:
        return {**known, "rung": ids_of(town)["rung"]}
    return {sort: ids for sort, ids in known.items() if sort != "rung"}
