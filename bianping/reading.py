"""Reading the scenario files of a request."""

import sys

from bianping.console import fault_lines, say_faults
from bianping.documents import document
from bianping.request import Request
from scenarios import Town
from scenarios.load import Reading, load
from scenarios.reading.faults import Fault, FaultyScenarioError

FAULTY = 1
"""Exit status: the input has faults."""


def reading(request: Request) -> Reading:
    """Return how the request wants files to be read."""
    return Reading(settings=request.settings, outside=request.allow_outside)


def towns_of(request: Request) -> tuple[Town, ...]:
    """Return the towns of all files, or tell every fault and exit.

    Raises
    ------
    SystemExit
        With status 1, if any file has a fault.
    """
    towns: list[Town] = []
    faults: list[Fault] = []
    for file in request.files:
        try:
            towns.append(load(file, reading(request)))
        except FaultyScenarioError as error:
            faults.extend(error.faults)
    if faults:
        whole = FaultyScenarioError(faults)
        say_faults(whole, request.words)
        if request.as_json:
            lines = fault_lines(whole, request.words)
            sys.stdout.write(document("bianping.faults/1", {"faults": lines}))
        raise SystemExit(FAULTY)
    return tuple(towns)
