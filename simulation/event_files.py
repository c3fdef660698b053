"""The log of a year as a file: a row for every event, to be read again as it was."""

import csv
from collections.abc import Mapping
from pathlib import Path

from scenarios.csv_text import csv_text
from simulation.clock import HOUR, moment_of, written
from simulation.log import Log
from simulation.rows import Event, Row

COLUMNS = tuple("hours" if name == "length" else name for name in Row._fields)
"""The columns of every such file; lengths of time are in hours."""


def write_events(log: Log, path: Path, *, year: int) -> None:
    """Write a log as a CSV file, with moments as dates and lengths in hours.

    Parameters
    ----------
    log
        The log.
    path
        The file; it gets a byte order mark, so that spreadsheets read it rightly, and
        an apostrophe before a text that they would take for a formula.
    year
        The year that was played.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in log.rows:
            told = {
                "at": written(row.at, year),
                "since": "" if row.since is None else written(row.since, year),
                "length": _hours(row.length),
            }
            writer.writerow(map(csv_text, (row._asdict() | told).values()))


def read_events(path: Path, *, year: int) -> Log:
    """Return the log that `write_events` wrote, to the microsecond."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return Log.of(_row(cells, year) for cells in csv.DictReader(file))


def _hours(length: int) -> str:
    """Return a length in hours, with as many digits as tell microseconds apart."""
    return f"{length / HOUR:.10f}".rstrip("0").rstrip(".")


def _row(cells: Mapping[str, str], year: int) -> Row:
    texts = {name: _text(cell) for name, cell in cells.items()}
    return Row(
        at=moment_of(texts["at"], year),
        event=Event(texts["event"]),
        stream=texts["stream"],
        piece=_number(texts["piece"]),
        step=_number(texts["step"]),
        person=texts["person"],
        post=texts["post"],
        seat=texts["seat"],
        lead=texts["lead"],
        since=moment_of(texts["since"], year) if texts["since"] else None,
        length=round(float(texts["hours"]) * HOUR),
        other_stream=texts["other_stream"],
        other_piece=_number(texts["other_piece"]),
        other_lead=texts["other_lead"],
        other_post=texts["other_post"],
        how=texts["how"],
    )


def _text(cell: str) -> str:
    """Return a text without the apostrophe that keeps it from being a formula."""
    plain = cell.removeprefix("'")
    return plain if csv_text(plain) == cell else cell


def _number(text: str) -> int | None:
    return int(text) if text else None
