"""Where a sheet's headings are: under a title, over one row or two, merged or not."""

import re
from dataclasses import dataclass

from scenarios.intake.cells import Cell, Sheet
from scenarios.intake.meanings import Meaning, Reading, recognised

_NAME = Reading((Meaning.NAME,), clear=True)
_ROWS_SEARCHED = 10
_RETIRED = re.compile("退休|离退|离休")
_IN_OFFICE = re.compile("在职|在编|在岗")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a sheet.

    Parameters
    ----------
    headings
        One a column; the rows of a header over two rows are joined by a slash.
    first
        Index of the first row below.
    """

    headings: tuple[str, ...]
    first: int


def header_of(sheet: Sheet) -> Header | None:
    """Return the header of a roster: a row with people's names and one heading more."""
    for number, row in enumerate(sheet.rows[:_ROWS_SEARCHED]):
        if _is_header(row):
            last = number + _depth(sheet, number, row)
            parts = zip(*sheet.rows[number : last + 1], strict=True)
            return Header(tuple(_joined(cells) for cells in parts), last + 1)
    return None


def is_of_retired(sheet_name: str) -> bool:
    """Return whether a sheet's name says that it lists people who have left office."""
    return bool(_RETIRED.search(sheet_name)) and not _IN_OFFICE.search(sheet_name)


def meaning_of(heading: str) -> Reading:
    """Return what a heading may mean; of two rows, the lower one goes first."""
    *above, last = heading.split(" / ")
    alone, together = recognised(last), recognised("".join([*above, last]))
    return together if together.candidates and not alone.clear else alone


def _is_header(row: tuple[Cell, ...]) -> bool:
    found = [recognised(cell.text) for cell in row if cell.merged != "left"]
    clear = {one.candidates[0] for one in found if one.clear}
    return Meaning.NAME in clear and len(clear) > 1


def _depth(sheet: Sheet, number: int, row: tuple[Cell, ...]) -> int:
    """Return over how many rows more the header goes.

    As far as the names' cell; in a file that knows no merged cells, over one more row
    if there are headings in it and nothing else.
    """
    (column, *_) = (at for at, cell in enumerate(row) if recognised(cell.text) == _NAME)
    below = sheet.rows[number + 1 :]
    depth = 0
    while depth < len(below) and below[depth][column].merged == "above":
        depth += 1
    return depth or int(bool(below) and _is_second_row(below[0], row, column))


def _is_second_row(row: tuple[Cell, ...], above: tuple[Cell, ...], column: int) -> bool:
    """Whether a row says more exactly what the headings above it leave open."""
    pairs = [(cell, over) for cell, over in zip(row, above, strict=True) if cell.text]
    return (
        len(pairs) > 1
        and not row[column].text
        and all(
            recognised(cell.text).candidates and not recognised(over.text).clear
            for cell, over in pairs
        )
    )


def _joined(cells: tuple[Cell, ...]) -> str:
    texts = ("".join(cell.text.split()) for cell in cells)
    return " / ".join(dict.fromkeys(text for text in texts if text))
