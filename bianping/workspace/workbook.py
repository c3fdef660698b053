"""The workbook of a town: sheets to fill in, with drop-down lists and notes."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bianping.workspace.lists import Lists
from bianping.workspace.plans import SHEETS, SheetPlan
from scenarios.reading.headings import Column
from scenarios.words import Words

Row = Mapping[str, str | int | float]
Rows = Mapping[str, Sequence[Row]]
"""For each sheet, its rows: values in the words of scenario files, by column."""

BOOK = "town.xlsx"
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The same time in every workbook, so that the same rows give the same bytes."""
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_NOTE = {"author": "", "x_scale": 2.2, "y_scale": 1.6, "font_size": 9}
_NARROWEST, _WIDEST = 8, 30


@dataclass(frozen=True, slots=True)
class _Styles:
    """How cells look."""

    head: Format
    text: Format
    plain: Format


def town_workbook(rows: Rows, words: Words) -> bytes:
    """Return the workbook with the given rows, headed in the user's language."""
    file = BytesIO()
    with Workbook(file, _SAFE) as book:
        book.set_properties({"created": _NEVER})
        styles = _Styles(
            book.add_format(
                {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
            ),
            book.add_format({"num_format": "@"}),
            book.add_format(),
        )
        pages = {
            plan.key: book.add_worksheet(words(f"workspace.sheet.{plan.key}"))
            for plan in SHEETS
        }
        _explain(book, words)
        lists = Lists(book, words)
        for plan in SHEETS:
            _fill(pages[plan.key], plan, rows.get(plan.key, ()), lists, styles)
    return file.getvalue()


def _fill(
    page: Worksheet,
    plan: SheetPlan,
    rows: Sequence[Row],
    lists: Lists,
    styles: _Styles,
) -> None:
    """Write a sheet: headings with their notes, formats, lists, rows."""
    words = lists.words
    page.freeze_panes(1, 2 if "id" in plan.keys else 0)
    for at, (key, heading, column) in enumerate(plan.columns(words.lang)):
        number = key in plan.numbers
        shown = [_shown(row[key], column, words) for row in rows if row.get(key)]
        page.write_string(0, at, heading, styles.head)
        page.write_comment(0, at, _note(plan, key, column, words), _NOTE)
        width = max(map(_width, [heading, *map(str, shown)])) + 2
        page.set_column(
            at,
            at,
            min(max(width, _NARROWEST), _WIDEST),
            styles.plain if number else styles.text,
        )
        lists.put(page, at, plan, key, column)
        for line, row in enumerate(rows, 1):
            value = row.get(key)
            if isinstance(value, str) and value:
                text = str(_shown(value, column, words))
                page.write_string(line, at, text, styles.text)
            elif value is not None and value != "":
                page.write_number(line, at, value, styles.plain)


def _shown(value: str | float, column: Column, words: Words) -> str | float:
    """Return a value as a cell shows it: closed choices by their Chinese names."""
    if words.lang == "en" or not isinstance(value, str):
        return {"true": "yes", "false": "no"}.get(str(value), value)
    names = {word: name for name, word in column.choices.items()}
    if column.truth:
        return {"true": "是", "false": "否"}.get(value, value)
    return names.get(value, value)


def _note(plan: SheetPlan, key: str, column: Column, words: Words) -> str:
    """Return what a column means, and the key that may head it in either language."""
    if words.lang == "zh":
        return f"{_chinese_notes()[plan.key][key.replace('.', '_')]}\n（{key}）"
    return column.about.replace("``", "") or words("workspace.note.id")


@cache
def _chinese_notes() -> Mapping[str, Mapping[str, str]]:
    text = files("bianping.workspace").joinpath("notes.toml").read_text("utf-8")
    return tomllib.loads(text)


def _explain(book: Workbook, words: Words) -> None:
    """Add a sheet that says how to fill in the others."""
    page = book.add_worksheet(words("workspace.sheet.help"))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 100)
    for line, text in enumerate(words("workspace.help").strip().splitlines()):
        page.write_string(line, 0, text, wrapped)


def _width(text: str) -> int:
    """Return how many columns of a Latin letter a text is wide."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)
