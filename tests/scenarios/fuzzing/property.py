"""What must hold whatever stands in the files: a town, or faults that can be told."""

import signal
import tempfile
import tracemalloc
from contextlib import contextmanager
from pathlib import Path

from bianping.console import fault_lines
from bianping.words import catalogue
from scenarios.load import Reading, load
from scenarios.reading.faults import FaultyScenarioError
from scenarios.withheld import without_names

MOST_SECONDS = 10
"""No broken file may take longer; the whole demo town takes a twentieth of it."""
MOST_BYTES = 30_000_000
"""No broken file may take more memory; the whole demo town takes a quarter of it."""
KEY = bytes(32)
LONGEST = 4000
"""No line that tells a fault may be longer."""


def holds(files, settings=()):
    """Read ``flat.yaml`` from files by name; tell what is wrong in both languages."""
    with (
        tempfile.TemporaryDirectory() as folder,
        no_longer_than(MOST_SECONDS),
        no_larger_than(MOST_BYTES),
    ):
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        for lang in ("zh", "en"):
            assert all(
                len(line) < LONGEST for line in told(Path(folder), settings, lang)
            )


def told(folder, settings, lang):
    """Return the lines that a user sees; none if a town came of it."""
    try:
        load(folder / "flat.yaml", Reading(settings))
    except FaultyScenarioError as error:
        hidden = FaultyScenarioError(without_names(one, KEY) for one in error.faults)
        lines = [
            *fault_lines(error, catalogue(lang)),
            *fault_lines(hidden, catalogue(lang)),
        ]
        return lines if len(lines) == 2 * len(error.faults) else ["x" * LONGEST]
    return []


@contextmanager
def no_larger_than(most):
    """Fail when Python's objects take more memory at any moment."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < most, f"{peak:,} bytes"


class TooSlowError(BaseException):
    """Nothing that the reader may take for a fault of the file."""


@contextmanager
def no_longer_than(seconds):
    """Let what takes too long fail instead of hanging; where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def give_up(*_):
        raise TooSlowError(f"longer than {seconds} s")

    former = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
