"""Traces: arrivals, and durations where they are known, out of a CSV file."""

import csv
import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulation.calendars import Calendar
from simulation.clock import DAY, HOUR, SECOND

_HOURS = re.compile(r"hours(_[1-9][0-9]?)?")


@dataclass(frozen=True, slots=True)
class Trace:
    """What a trace says.

    Parameters
    ----------
    arrivals
        When each piece came, in order.
    lengths
        By step, from 0, how long each piece took; only the steps that are given.
    """

    arrivals: tuple[int, ...]
    lengths: dict[int, tuple[int, ...]]

    def since(self, begin: int) -> "Trace":
        """Return what came from a moment on."""
        first = bisect_left(self.arrivals, begin)
        lengths = {step: some[first:] for step, some in self.lengths.items()}
        return Trace(self.arrivals[first:], lengths)


def read_trace(path: Path, calendar: Calendar, year: int) -> Trace:
    """Return the trace in a file, sorted by arrival.

    Parameters
    ----------
    path
        A CSV file with the column ``at``: working hours since the year began, or an
        ISO date and time; and, where known, ``hours`` (the first step) or
        ``hours_1``, ``hours_2``, …
    calendar
        The calendar by which hours are counted.
    year
        The year that is played.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        heads = [name.strip() for name in next(reader, [])]
        rows = [
            dict(zip(heads, row, strict=False))
            for row in reader
            if "".join(row).strip()
        ]
    moments = [_moment(row["at"].strip(), calendar, year) for row in rows]
    order = sorted(range(len(rows)), key=lambda place: moments[place])
    columns = [name for name in heads if _HOURS.fullmatch(name)]
    return Trace(
        tuple(moments[place] for place in order),
        {
            _step(column): tuple(_hours(rows[place][column]) for place in order)
            for column in columns
        },
    )


def _moment(text: str, calendar: Calendar, year: int) -> int:
    try:
        count = float(text)
    except ValueError:
        since = datetime.fromisoformat(text) - datetime(year, 1, 1)  # noqa: DTZ001
        return since.days * DAY + since.seconds * SECOND + since.microseconds
    return calendar.after(0, _hours(count)) if count else calendar.opening(0)


def _hours(count: float | str) -> int:
    return round(float(count) * HOUR)


def _step(column: str) -> int:
    return int(column.removeprefix("hours").removeprefix("_") or 1) - 1
