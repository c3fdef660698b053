"""Traces of arrivals, checked before anybody counts on them."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from math import isfinite
from pathlib import Path

from scenarios.reading.faults import Fault, FaultyScenarioError, Place
from scenarios.reading.files import content
from scenarios.reading.grids import read_grid
from scenarios.reading.limits import Limits
from scenarios.reading.nodes import Scalar

_HOURS = re.compile(r"hours(_[1-9][0-9]?)?")


def check_trace(path: Path, shown: str, limits: Limits) -> None:
    """Check that a trace is what the simulation can read.

    Raises
    ------
    FaultyScenarioError
        With every cell that is neither a moment nor a number of hours.
    """
    faults = [*_faults(path, shown, limits)]
    if faults:
        raise FaultyScenarioError(faults)


def _faults(path: Path, shown: str, limits: Limits) -> Iterator[Fault]:
    if path.suffix.lower() != ".csv":
        yield Fault("kind_of_trace", Place(shown))
        return
    try:
        content(path, shown, limits).decode("utf-8-sig")
    except UnicodeDecodeError:
        yield Fault("not_utf8", Place(shown))
        return
    grid = read_grid(path, shown, None, limits)
    heads = [str(cell.value) for cell in grid.rows[0]] if grid.rows else []
    if "at" not in heads:
        yield Fault("no_at_column", grid.place)
        return
    for row in grid.rows[1:]:
        cells = [*row, *[Scalar(None, row[0].place)] * (len(heads) - len(row))]
        for head, cell in zip(heads, cells, strict=False):
            yield from _cell_faults(head, cell)


def _cell_faults(head: str, cell: Scalar) -> Iterator[Fault]:
    text = str(cell.value or "")
    if head == "at" and not (_reads(float, text) or _reads(_moment, text)):
        yield Fault("not_a_moment", cell.place, values={"given": text[:60]})
    elif _HOURS.fullmatch(head) and not _reads(float, text):
        yield Fault("not_number", cell.place, values={"given": text[:60]})


def _reads(read: Callable[[str], float], text: str) -> bool:
    """Whether a text is a number, from 0 and finite, as something reads it."""
    try:
        number = read(text)
    except (ValueError, OverflowError):
        return False
    return isfinite(number) and number >= 0


def _moment(text: str) -> float:
    """Return the year of a date and time without a zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError("a trace knows no zones")
    return float(moment.year)
