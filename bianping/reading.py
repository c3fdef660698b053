"""Reading the scenario files of a request."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bianping.console import fault_lines, say_faults
from bianping.documents import document
from bianping.privacy import Veil, veil_of
from bianping.request import Request
from scenarios import Town
from scenarios.load import Reading, load
from scenarios.reading.faults import FaultyScenarioError

FAULTY = 1
"""Exit status: the input has faults."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a request's files.

    Parameters
    ----------
    towns
        Those without faults, in order.
    failures
        The faults of the others, a file each.
    """

    towns: tuple[Town, ...]
    failures: tuple[FaultyScenarioError, ...]

    @property
    def faults(self) -> FaultyScenarioError:
        """All faults; one in a base that several files extend is told once."""
        found = {
            (fault.place, fault.key, fault.path, *fault.values.values()): fault
            for failure in self.failures
            for fault in failure.faults
        }
        return FaultyScenarioError(found.values())


def reading(request: Request) -> Reading:
    """Return how the request wants files to be read."""
    return Reading(
        settings=request.settings,
        outside=request.allow_outside,
        limits=request.limits,
    )


def read_files(request: Request) -> Read:
    """Read every file of a request, without people's names if it asks for that.

    Raises
    ------
    UserError
        If the key of the pseudonyms can't be read or written.
    """
    return _read(request, [(file, reading(request)) for file in request.files])


def towns_of(request: Request) -> tuple[Town, ...]:
    """Return the towns of all files, or tell every fault and exit.

    Raises
    ------
    SystemExit
        With status 1, if any file has a fault.
    """
    return _sound(read_files(request), request)


def towns_with_duty(request: Request) -> tuple[Town, Town]:
    """Return a scenario without and with the request's new duty, or tell every fault.

    Raises
    ------
    SystemExit
        With status 1, if either file has a fault.
    """
    (file,), plain = request.files, reading(request)
    both = [(file, plain), (file, replace(plain, duty=request.matter))]
    without, with_duty = _sound(_read(request, both), request)
    return without, with_duty


def _sound(read: Read, request: Request) -> tuple[Town, ...]:
    if read.failures:
        whole = read.faults
        say_faults(whole, request.words)
        if request.as_json:
            lines = fault_lines(whole, request.words)
            sys.stdout.write(document("bianping.faults/1", {"faults": lines}))
        raise SystemExit(FAULTY)
    return read.towns


def _read(request: Request, files: Sequence[tuple[Path, Reading]]) -> Read:
    veil = veil_of(
        request.key,
        request.out or Path("out"),
        request.words,
        anonymise=request.anonymise,
    )
    towns: list[Town] = []
    failures: list[FaultyScenarioError] = []
    for file, how in files:
        try:
            towns.append(load(file, how))
        except FaultyScenarioError as error:
            failures.append(error)
    return _veiled(tuple(towns), tuple(failures), veil)


def _veiled(
    towns: tuple[Town, ...],
    failures: tuple[FaultyScenarioError, ...],
    veil: Veil | None,
) -> Read:
    if veil is None:
        return Read(towns, failures)
    told = tuple(veil.over_faults(failure) for failure in failures)
    return Read(veil.over_towns(towns), told)
