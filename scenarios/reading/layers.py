"""One file or setting, to be laid over others."""

from dataclasses import dataclass, field
from pathlib import Path

from scenarios.reading.documents import read_keys
from scenarios.reading.faults import Fault, FaultyScenarioError
from scenarios.reading.files import Folder
from scenarios.reading.gaps import Gaps
from scenarios.reading.nodes import Keys


@dataclass(frozen=True, slots=True)
class Layer:
    """The keys of one file or setting.

    Parameters
    ----------
    keys
        The keys.
    file
        Beside which file its tables lie.
    folder
        The folder tree that it may read from.
    faults
        Of the file or setting as such.
    gaps
        What couldn't be read.
    """

    keys: Keys
    file: Path
    folder: Folder
    faults: tuple[Fault, ...] = ()
    gaps: Gaps = field(default_factory=Gaps)


def layer_of(path: Path, folder: Folder) -> Layer:
    """Return what a file says; of one that breaks off, only what it extends."""
    try:
        read = read_keys(path, folder)
    except FaultyScenarioError as error:
        return unread(path.resolve(), folder, error)
    keys = {
        key: one
        for key, one in read.keys.entries.items()
        if key == "extends" or not read.broken
    }
    root = Keys(keys, read.keys.place, read.keys.key_places)
    gaps = Gaps(everything=read.broken)
    return Layer(root, path.resolve(), folder, read.faults, gaps)


def unread(file: Path, folder: Folder, error: FaultyScenarioError) -> Layer:
    """Return what stands for a file that couldn't be read at all."""
    place = error.faults[0].place
    gaps = Gaps(everything=True)
    return Layer(Keys({}, place, {}), file, folder, error.faults, gaps)
