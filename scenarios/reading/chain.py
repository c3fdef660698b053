"""A scenario file and those it extends, laid over one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.reading.differences import with_differences
from scenarios.reading.documents import read_keys, with_tables
from scenarios.reading.faults import Fault, faulty
from scenarios.reading.files import Folder
from scenarios.reading.nodes import Keys, Node, Scalar
from scenarios.reading.removals import removed_in_vain

UNKNOWN_HEADING = ("unknown_heading", "unknown_heading_near")


@dataclass(frozen=True, slots=True)
class Chain:
    """What the files of a chain come to.

    Parameters
    ----------
    root
        The keys of all files; sections that couldn't be read are missing.
    faults
        Of tables, and of what a file removes though it isn't there.
    unread
        Sections that couldn't be read.
    columns_lacking
        Sections with columns whose headings aren't known.
    ids_lacking
        Sections with rows that have no id.
    """

    root: Keys
    faults: tuple[Fault, ...]
    unread: frozenset[str]
    columns_lacking: frozenset[str]
    ids_lacking: frozenset[str]


def read_chain(path: Path, folder: Folder, settings: Sequence[Keys] = ()) -> Chain:
    """Return a file's keys over those of the files it extends, settings above all.

    Raises
    ------
    FaultyScenarioError
        If a file of the chain isn't YAML or isn't there, or the chain is a circle or
        too long.
    """
    files = [path.resolve()]
    documents = [read_keys(path, folder)]
    while (base := documents[-1].entries.get("extends")) is not None:
        found = _base_file(base, files, folder)
        files.append(found)
        documents.append(read_keys(found, folder))
    whole = Keys({}, documents[-1].place, {})
    faults: list[Fault] = []
    of_tables: list[tuple[str, Fault]] = []
    unread: set[str] = set()
    layers = [*zip(documents, files, strict=True)][::-1]
    for document, file in [*layers, *((one, files[0]) for one in settings)]:
        tables = with_tables(document, file, folder)
        wrong = [(key, one) for key, found in tables.faults.items() for one in found]
        of_tables += wrong
        unread |= tables.faults.keys() - tables.root.entries.keys()
        read = _without(tables.root, unread)
        faults += [*(one for _, one in wrong), *removed_in_vain(whole, read)]
        whole = with_differences(whole, read)
    return Chain(
        _without(whole, unread | {"extends"}),
        tuple(faults),
        frozenset(unread),
        frozenset(key for key, one in of_tables if one.key in UNKNOWN_HEADING),
        frozenset(key for key, one in of_tables if one.key == "row_without_id"),
    )


def _without(root: Keys, sections: set[str]) -> Keys:
    entries = {key: one for key, one in root.entries.items() if key not in sections}
    return Keys(entries, root.place, root.key_places)


def _base_file(base: Node, files: Sequence[Path], folder: Folder) -> Path:
    if not isinstance(base, Scalar) or not isinstance(base.value, str):
        raise faulty("not_text", base.place, "extends")
    found = folder.find(base.value, files[-1], base.place)
    if found in files:
        names = " → ".join(folder.shown(one) for one in [*files, found])
        raise faulty("circle", base.place, "extends", files=names)
    if len(files) >= folder.limits.chain:
        raise faulty("chain_too_long", base.place, "extends", most=len(files))
    if not found.is_file():
        raise faulty("no_such_base", base.place, "extends", file=base.value)
    return found
