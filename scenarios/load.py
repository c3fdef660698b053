"""Reading a scenario: the one way from files to a checked town."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scenarios.reading.absorption import absorbed
from scenarios.reading.chain import read_chain
from scenarios.reading.checks import checked
from scenarios.reading.duty import read_duty
from scenarios.reading.files import Folder
from scenarios.reading.limits import USUAL, Limits
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
    duty
        A file with a new duty, laid over the scenario as a difference.
    """

    settings: Sequence[str] = ()
    outside: bool = False
    limits: Limits = USUAL
    duty: Path | None = None


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
    duty = None
    if reading.duty is not None:
        own = Folder(reading.duty.parent, reading.outside, reading.limits)
        duty = read_duty(reading.duty, own)
    chain = read_chain(path, folder, reading.settings, duty)
    return absorbed(checked(chain, path.stem))
