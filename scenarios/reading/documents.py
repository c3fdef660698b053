"""One scenario file read whole: its YAML, with its tables in their places."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from scenarios.reading.faults import Fault, faulty
from scenarios.reading.files import Folder
from scenarios.reading.gaps import Gaps, joined
from scenarios.reading.known import known_keys
from scenarios.reading.nodes import Keys, Node, Scalar
from scenarios.reading.sections import TABLES, SectionReader
from scenarios.reading.yaml_nodes import FULL_WIDTH_COLON, parse_yaml, read_text


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says, before its tables are read.

    Parameters
    ----------
    keys
        Its keys, as far as they can be read.
    faults
        Of its YAML.
    broken
        Whether it wasn't read to its end.
    """

    keys: Keys
    faults: tuple[Fault, ...]
    broken: bool


def read_keys(path: Path, folder: Folder) -> Written:
    """Return a file's keys as they are written.

    Raises
    ------
    FaultyScenarioError
        If the file isn't there, or has no keys.
    """
    shown = folder.shown(path)
    read = parse_yaml(read_text(path, shown, folder.limits), shown, folder.limits)
    match read.root:
        case Keys() as keys:
            return Written(keys, read.faults, read.broken)
        case Scalar(value=str(text), place=place) if FULL_WIDTH_COLON in text:
            raise faulty("full_width_colon", place)
        case other:
            raise faulty("not_a_scenario", other.place)


@dataclass(frozen=True, slots=True)
class WithTables:
    """A file's keys with every table read.

    Parameters
    ----------
    root
        The keys.
    faults
        Of the tables, and of misspelt sections.
    gaps
        What couldn't be read.
    """

    root: Keys
    faults: tuple[Fault, ...]
    gaps: Gaps


def with_tables(root: Keys, path: Path, folder: Folder) -> WithTables:
    """Return a file's keys with every table read, and the faults of its tables."""
    reader = SectionReader(path, folder, [], [])
    read: dict[str, Node] = {}
    places = dict(root.key_places)
    for key, node in root.entries.items():
        section = _section_meant(key, node, root)
        if section != key:
            values = {"given": key, "nearest": section}
            reader.faults.append(
                Fault("unknown_key_near", root.key_place(key), key, values)
            )
        places[section] = root.key_place(key)
        read[section] = reader.section(section, node)
    whole = Keys(read, root.place, places)
    return WithTables(whole, tuple(reader.faults), joined(reader.gaps))


def _section_meant(key: str, node: Node, root: Keys) -> str:
    """Return the section that a key means; the nearest one, if the key isn't known."""
    if key in {*known_keys(()), "extends"} or not isinstance(node, Keys):
        return key
    near = get_close_matches(key, [*TABLES, "scores"], n=1)
    return near[0] if near and near[0] not in root.entries else key
