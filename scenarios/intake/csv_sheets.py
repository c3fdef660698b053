"""CSV, TSV and their like, as exported from anywhere."""

import csv
import io
from pathlib import Path

from openpyxl.utils import get_column_letter

from scenarios.intake.cells import Cell, Sheet, clean_cell
from scenarios.reading.encodings import decoded
from scenarios.reading.faults import Place, faulty
from scenarios.reading.limits import Limits

_SEPARATORS = ",\t;，；"


def csv_sheets(path: Path, limits: Limits) -> tuple[Sheet, ...]:
    """Return the one sheet of a text file, named after the file.

    Raises
    ------
    FaultyScenarioError
        If no usual encoding fits, or it isn't CSV.
    """
    text = decoded(path.read_bytes())
    if text is None:
        raise faulty("unknown_encoding", Place(path.name))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > limits.rows:
                raise faulty("too_many_rows", Place(path.name), most=limits.rows)
    except csv.Error:
        raise faulty("not_csv", Place(path.name, reader.line_num)) from None
    width = max(map(len, rows), default=0)
    cells = tuple(_row(row, width, number) for number, row in enumerate(rows, 1))
    return (Sheet(path.stem, cells),)


def _row(row: list[str], width: int, number: int) -> tuple[Cell, ...]:
    texts = row + [""] * (width - len(row))
    return tuple(
        clean_cell(text, f"{get_column_letter(column)}{number}", loose=True)
        for column, text in enumerate(texts, 1)
    )


def _separator(text: str) -> str:
    """Return the separator that stands most often in the first lines."""
    beginning = text[:4000]
    return max(_SEPARATORS, key=beginning.count)
