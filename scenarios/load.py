"""Reading a scenario: the one way from files to a checked town."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scenarios.reading.absorption import absorbed, absorption_faults
from scenarios.reading.chain import read_chain
from scenarios.reading.characters import deceiving_characters
from scenarios.reading.differences import setting
from scenarios.reading.faults import Fault, FaultyScenarioError, Place
from scenarios.reading.files import Folder
from scenarios.reading.limits import USUAL, Limits
from scenarios.reading.nodes import Keys, place_of
from scenarios.reading.references import missing_references
from scenarios.reading.validation import town_of
from scenarios.town import Town


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read.

    Parameters
    ----------
    settings
        Texts ``path.to.key=value``, which go before all files.
    outside
        Whether files may lie outside the folder tree of the scenario.
    limits
        Bounds on what is read.
    """

    settings: Sequence[str] = ()
    outside: bool = False
    limits: Limits = USUAL


USUAL_READING = Reading()


def load(path: Path, reading: Reading = USUAL_READING) -> Town:
    """Return the town that a scenario file describes.

    Raises
    ------
    FaultyScenarioError
        With every fault that was found: first those of the files as such, then those
        of single values, then names of things that don't exist.
    """
    with _without_collecting():
        return _loaded(path, reading)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage where there is none.

    It goes through all objects again and again while their number grows: a third of
    the time that a county takes, and more than linear.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _loaded(path: Path, reading: Reading) -> Town:
    folder = Folder(path.parent, reading.outside, reading.limits)
    chain = read_chain(path, folder, [setting(text) for text in reading.settings])
    root = chain.root
    faults = [*chain.faults, *deceiving_characters(root)]
    if faults:
        raise FaultyScenarioError([*faults, *_value_faults(root, path.stem, faults)])
    town = town_of(root, path.stem)

    def place(keys: tuple[str | int, ...]) -> Place:
        return place_of(root, keys)

    faults = [*missing_references(town, place)]
    faults += absorption_faults(town, place)
    if faults:
        raise FaultyScenarioError(faults)
    return absorbed(town)


def _value_faults(root: Keys, scenario: str, found: list[Fault]) -> list[Fault]:
    """Return the faults of the values that could be read, beside those found."""
    try:
        town_of(root, scenario)
    except FaultyScenarioError as error:
        places = {fault.place for fault in found}
        return [fault for fault in error.faults if fault.place not in places]
    return []
