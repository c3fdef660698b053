"""A scenario file and those it extends, laid over one another."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scenarios.reading.differences import section_of, setting, with_differences
from scenarios.reading.documents import read_keys, with_tables
from scenarios.reading.faults import Fault, FaultyScenarioError, Place, faulty
from scenarios.reading.files import Folder
from scenarios.reading.gaps import Gaps, joined
from scenarios.reading.nodes import Keys, Scalar
from scenarios.reading.removals import removed_in_vain


@dataclass(frozen=True, slots=True)
class Chain:
    """What the files of a chain come to.

    Parameters
    ----------
    root
        The keys of all files.
    faults
        Of files, tables and settings as such, and of what is removed though it isn't
        there.
    gaps
        What couldn't be read.
    """

    root: Keys
    faults: tuple[Fault, ...]
    gaps: Gaps


@dataclass(frozen=True, slots=True)
class _Layer:
    """The keys of one file or setting, and beside which file its tables lie."""

    keys: Keys
    file: Path
    faults: tuple[Fault, ...] = ()
    gaps: Gaps = field(default_factory=Gaps)


def read_chain(path: Path, folder: Folder, settings: Sequence[str] = ()) -> Chain:
    """Return a file's keys over those of the files it extends, settings above all."""
    layers = _files(path, folder)[::-1]
    layers += (_setting(text, path.resolve()) for text in settings)
    whole = Keys({}, layers[0].keys.place, {})
    faults: list[Fault] = []
    gaps = Gaps()
    for layer in layers:
        tables = with_tables(layer.keys, layer.file, folder)
        gaps = joined([gaps, layer.gaps, tables.gaps])
        faults += [
            *layer.faults,
            *tables.faults,
            *removed_in_vain(whole, tables.root, gaps),
        ]
        whole = with_differences(whole, tables.root)
    entries = {key: one for key, one in whole.entries.items() if key != "extends"}
    return Chain(Keys(entries, whole.place, whole.key_places), tuple(faults), gaps)


def _files(path: Path, folder: Folder) -> list[_Layer]:
    """Return the files of a chain as far as they can be read, the topmost first."""
    layers: list[_Layer] = []
    files: list[Path] = []
    wanted: Path | None = path
    while wanted is not None:
        files.append(wanted.resolve())
        layers.append(_file(wanted, folder))
        try:
            wanted = _base_file(layers[-1].keys, files, folder)
        except FaultyScenarioError as error:
            layers.append(_unread(files[-1], error))
            wanted = None
    return layers


def _file(path: Path, folder: Folder) -> _Layer:
    """Return what a file says; of one that breaks off, only what it extends."""
    try:
        read = read_keys(path, folder)
    except FaultyScenarioError as error:
        return _unread(path.resolve(), error)
    keys = {
        key: one
        for key, one in read.keys.entries.items()
        if key == "extends" or not read.broken
    }
    root = Keys(keys, read.keys.place, read.keys.key_places)
    return _Layer(root, path.resolve(), read.faults, Gaps(everything=read.broken))


def _unread(file: Path, error: FaultyScenarioError) -> _Layer:
    place = error.faults[0].place
    return _Layer(Keys({}, place, {}), file, error.faults, Gaps(everything=True))


def _setting(text: str, file: Path) -> _Layer:
    try:
        return _Layer(setting(text), file)
    except FaultyScenarioError as error:
        gaps = Gaps(sections=frozenset({section_of(text)}))
        return _Layer(Keys({}, Place(file.name), {}), file, error.faults, gaps)


def _base_file(keys: Keys, files: Sequence[Path], folder: Folder) -> Path | None:
    """Return the file that a file extends, if it extends one.

    Raises
    ------
    FaultyScenarioError
        If it isn't there, or the chain is a circle or too long.
    """
    base = keys.entries.get("extends")
    if base is None:
        return None
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
