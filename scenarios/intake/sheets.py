"""All sheets of a file, whatever form a town keeps it in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from scenarios.intake.cells import Sheet
from scenarios.intake.csv_sheets import csv_sheets
from scenarios.intake.private import without_private
from scenarios.intake.xls_sheets import xls_sheets
from scenarios.intake.xlsx_sheets import xlsx_sheets
from scenarios.reading.faults import Place, faulty
from scenarios.reading.limits import USUAL, Limits

ENDINGS = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv", ".txt")
"""How the names of files end that may be read; what they are, their content tells."""

_BEGINNINGS: Mapping[bytes, Callable[[Path, Limits], tuple[Sheet, ...]]] = {
    b"PK": xlsx_sheets,
    b"\xd0\xcf\x11\xe0": xls_sheets,
    b"\x09\x08": xls_sheets,
}


def read_sheets(path: Path, limits: Limits = USUAL) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, or the one of a CSV file.

    Raises
    ------
    FaultyScenarioError
        If there is no such file, or it is too large, or of no known form.
    """
    place = Place(path.name or str(path))
    if path.is_dir():
        raise faulty("folder_not_file", place)
    if not path.is_file():
        raise faulty("no_such_file", place)
    if path.suffix.lower() not in ENDINGS:
        raise faulty("kind_of_roster", place)
    if path.stat().st_size > limits.file_bytes:
        raise faulty("too_large", place, most=limits.file_bytes)
    return tuple(_bounded(sheet, path, limits) for sheet in _read(path, limits))


def _read(path: Path, limits: Limits) -> tuple[Sheet, ...]:
    with path.open("rb") as file:
        beginning = file.read(512)
    for mark, reader in _BEGINNINGS.items():
        if beginning.startswith(mark):
            return reader(path, limits)
    if beginning.lstrip().startswith(b"<"):
        raise faulty("web_page", Place(path.name))
    return csv_sheets(path, limits)


def _bounded(sheet: Sheet, path: Path, limits: Limits) -> Sheet:
    """Return a sheet without the empty rows and columns at its end."""
    rows = [*sheet.rows]
    while rows and all(cell.value is None for cell in rows[-1]):
        rows.pop()
    filled = (at for row in rows for at, one in enumerate(row, 1) if one.text)
    width = max(filled, default=0)
    name, _ = without_private(sheet.name)
    place = Place(path.name, sheet=name)
    if len(rows) > limits.rows:
        raise faulty("too_many_rows", place, most=limits.rows)
    if width > limits.columns:
        raise faulty("too_many_columns", place, most=limits.columns)
    return replace(sheet, name=name, rows=tuple(row[:width] for row in rows))
