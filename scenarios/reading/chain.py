"""A scenario file and those it extends, laid over one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.reading.differences import section_of, setting, with_differences
from scenarios.reading.documents import with_tables
from scenarios.reading.faults import Fault, FaultyScenarioError, Place, faulty
from scenarios.reading.files import Folder
from scenarios.reading.gaps import Gaps, joined
from scenarios.reading.layers import Layer, layer_of, unread
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


def read_chain(
    path: Path,
    folder: Folder,
    settings: Sequence[str] = (),
    duty: Layer | None = None,
) -> Chain:
    """Return a file's keys over those of the files it extends, settings above all.

    A new duty, if there is one, lies over the file and below the settings.
    """
    layers = _files(path, folder)[::-1]
    layers += [] if duty is None else [duty]
    layers += (_setting(text, path.resolve(), folder) for text in settings)
    whole = Keys({}, layers[0].keys.place, {})
    faults: list[Fault] = []
    gaps = Gaps()
    for layer in layers:
        tables = with_tables(layer.keys, layer.file, layer.folder)
        gaps = joined([gaps, layer.gaps, tables.gaps])
        faults += [
            *layer.faults,
            *tables.faults,
            *removed_in_vain(whole, tables.root, gaps),
        ]
        whole = with_differences(whole, tables.root)
    entries = {key: one for key, one in whole.entries.items() if key != "extends"}
    return Chain(Keys(entries, whole.place, whole.key_places), tuple(faults), gaps)


def _files(path: Path, folder: Folder) -> list[Layer]:
    """Return the files of a chain as far as they can be read, the topmost first."""
    layers: list[Layer] = []
    files: list[Path] = []
    wanted: Path | None = path
    while wanted is not None:
        files.append(wanted.resolve())
        layers.append(layer_of(wanted, folder))
        try:
            wanted = _base_file(layers[-1].keys, files, folder)
        except FaultyScenarioError as error:
            layers.append(unread(files[-1], folder, error))
            wanted = None
    return layers


def _setting(text: str, file: Path, folder: Folder) -> Layer:
    try:
        return Layer(setting(text), file, folder)
    except FaultyScenarioError as error:
        gaps = Gaps(sections=frozenset({section_of(text)}))
        nothing = Keys({}, Place(file.name), {})
        return Layer(nothing, file, folder, error.faults, gaps)


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
