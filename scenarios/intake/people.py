"""From the rows of a sheet to people, row by row, with an account of what is left."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.intake.cells import Cell, Sheet
from scenarios.intake.findings import CellLeft, ColumnFound, RowLeft
from scenarios.intake.headers import Header
from scenarios.intake.meanings import Meaning, recognised
from scenarios.intake.months import Order, order_of
from scenarios.intake.values import MONTHS, Reader
from scenarios.language.base import RungId

_TOTALS = ("合计", "总计", "小计", "共计", "总人数")
_FOOTERS = (
    "填表",
    "制表",
    "审核",
    "填报",
    "说明:",
    "备注:",
    "注:",
    "单位负责人",
    "联系电话",
)
_LONGEST_NAME = 30

Values = Mapping[Meaning, str]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What the rows of one sheet gave."""

    people: tuple[Values, ...]
    cells: tuple[CellLeft, ...]
    rows: tuple[RowLeft, ...]


def people_of(
    sheet: Sheet,
    header: Header,
    columns: tuple[ColumnFound, ...],
    rungs: Mapping[str, RungId],
) -> SheetRead:
    """Return the people of a sheet, and what could not be read of them.

    Parameters
    ----------
    columns
        What each column is about; one of them is about names.
    rungs
        Ids of the rungs of all ladders, by their names without differences of writing.
    """
    rows = sheet.rows[header.first :]
    taken = _taken(sheet, columns)
    reader = Reader(_orders(rows, taken), rungs)
    people: list[Values] = []
    cells: list[CellLeft] = []
    left: list[RowLeft] = []
    for number, row in enumerate(rows, header.first + 1):
        if not any(cell.text for cell in row):
            continue
        why = _no_person(row, row[taken[Meaning.NAME].at])
        if why:
            first = _first(row)
            left.append(RowLeft(sheet.name, number, first.at, first.text[:40], why))
        else:
            values, unread = _person(row, taken, reader)
            people.append(values)
            cells += [replace(one, sheet=sheet.name) for one in unread]
    return SheetRead(tuple(people), tuple(cells), tuple(left))


@dataclass(frozen=True, slots=True)
class _Source:
    """The column from which a meaning is taken."""

    at: int
    heading: str


_Taken = Mapping[Meaning, _Source]


def _taken(sheet: Sheet, columns: tuple[ColumnFound, ...]) -> _Taken:
    letters = (cell.at.rstrip("0123456789") for cell in sheet.rows[0])
    places = {letter: at for at, letter in enumerate(letters)}
    return {
        column.meaning: _Source(places[column.letter], column.heading)
        for column in columns
        if column.meaning is not None
    }


def _orders(
    rows: tuple[tuple[Cell, ...], ...], taken: _Taken
) -> Mapping[Meaning, Order]:
    return {
        meaning: order_of(row[taken[meaning].at] for row in rows)
        for meaning in MONTHS
        if meaning in taken
    }


def _person(
    row: tuple[Cell, ...], taken: _Taken, reader: Reader
) -> tuple[Values, list[CellLeft]]:
    values: dict[Meaning, str] = {}
    unread: list[CellLeft] = []
    for meaning, source in taken.items():
        cell = row[source.at]
        value, why = reader.value(cell, meaning)
        if value:
            values[meaning] = value
        if why:
            unread.append(CellLeft("", cell.at, source.heading, cell.text, why))
    return values, unread


def _no_person(row: tuple[Cell, ...], cell: Cell) -> str:
    """Return why a row is about no person; nothing if it is about one."""
    name, first = _plain(cell.text), _plain(_first(row).text)
    alone = len({one.text for one in row if one.text}) == 1
    reasons = {
        "continued": cell.merged == "above",
        "total": name.startswith(_TOTALS) or first.startswith(_TOTALS),
        "footer": name.startswith(_FOOTERS) or first.startswith(_FOOTERS),
        "only_name": alone and bool(name) and _stands_alone(row),
        "section": cell.merged == "left" or alone,
        "no_name": not name,
        "header_again": Meaning.NAME in recognised(cell.text).candidates,
        "long_name": len(name) > _LONGEST_NAME,
    }
    return next((why for why, so in reasons.items() if so), "")


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _first(row: tuple[Cell, ...]) -> Cell:
    return next(cell for cell in row if cell.text)


def _stands_alone(row: tuple[Cell, ...]) -> bool:
    """Return whether one cell only holds anything: a heading is merged over several."""
    return sum(bool(cell.text) for cell in row) == 1
