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


@dataclass(frozen=True, slots=True)
class Chain:
    """What the files of a chain come to.

    Parameters
    ----------
    root
        The keys of all files; sections that couldn't be read are missing.
    faults
        Of tables, and of what a file removes though it isn't there.
    """

    root: Keys
    faults: tuple[Fault, ...]


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
    layers = [*zip(documents, files, strict=True)][::-1]
    for document, file in [*layers, *((one, files[0]) for one in settings)]:
        read, wrong = with_tables(document, file, folder)
        faults += [*wrong, *removed_in_vain(whole, read)]
        whole = with_differences(whole, read)
    entries = {key: node for key, node in whole.entries.items() if key != "extends"}
    return Chain(Keys(entries, whole.place, whole.key_places), tuple(faults))


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
