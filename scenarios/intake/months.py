"""Months of birth, entry and rank, in all the ways that rosters write them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scenarios.intake.cells import Cell
from scenarios.language.months import month

FIRST_YEAR, LAST_YEAR = 1920, 2100
"""Years that may occur in a roster; numbers beyond are no dates."""
_EPOCH = date(1899, 12, 30)
_AGE = re.compile(r"\([^()]*岁[^()]*\)")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:年|[.\-/,、·])(\d{1,2})(?:(?:月|[.\-/,、·])(?:(\d{1,2})日?)?|月)?(?:生|出生)?"
)
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[.\-/](\d{4})")
_YEAR_LAST = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})")
_ONE_DIGIT = re.compile(r"\d{4}\.1")


class Why(StrEnum):
    """Why a cell can't be read as a month."""

    NOT_A_DATE = "not_a_date"
    YEAR_ONLY = "year_only"
    SHORT_YEAR = "short_year"
    OUT_OF_RANGE = "out_of_range"
    LOST_ZERO = "lost_zero"
    DAY_OR_MONTH = "day_or_month"
    FORMULA = "formula"
    PRIVATE = "private"


class Order(StrEnum):
    """What stands first in dates such as 04/05/1979."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Unread:
    """A month that could not be read, and why."""

    why: Why


def order_of(cells: Iterable[Cell]) -> Order:
    """Return what a column shows to stand first in its dates.

    One date such as 13/04/1979 proves it for the whole column; two that contradict
    each other prove nothing.
    """
    found = {Order.DAY: False, Order.MONTH: False}
    for cell in cells:
        parts = _YEAR_LAST.fullmatch(_plain(cell.text))
        if parts is not None:
            found[Order.DAY] |= int(parts[1]) > 12
            found[Order.MONTH] |= int(parts[2]) > 12
    shown = [order for order, proven in found.items() if proven]
    return shown[0] if len(shown) == 1 else Order.UNKNOWN


def read_month(cell: Cell, order: Order = Order.UNKNOWN) -> int | Unread:
    """Return the month that a cell holds, in months since year 0, or why it can't."""
    if isinstance(cell.value, date):
        return _checked(cell.value.year, cell.value.month)
    if cell.private:
        return Unread(Why.PRIVATE)
    text = _plain(cell.text)
    if text.startswith("="):
        return Unread(Why.FORMULA)
    if _lost_zero(cell, text):
        return Unread(Why.LOST_ZERO)
    serial = re.fullmatch(r"(\d{5})(\.\d+)?", text)
    if serial:
        day = _EPOCH + timedelta(days=int(serial[1]))
        return _checked(day.year, day.month)
    return _from_text(text, order)


def _plain(text: str) -> str:
    """Return a date's text without what doesn't matter: width, blanks, age, time."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = _TIME.sub("", plain)
    return _AGE.sub("", "".join(plain.split())).replace("。", ".")


def _lost_zero(cell: Cell, text: str) -> bool:
    """Say whether 1990.1 may be what a spreadsheet left of 1990.10."""
    number = cell.loose or (isinstance(cell.value, float) and cell.decimals != 2)
    return number and _ONE_DIGIT.fullmatch(text) is not None


def _from_text(text: str, order: Order) -> int | Unread:
    for pattern in (_YEAR_FIRST, _RUN_TOGETHER):
        found = pattern.fullmatch(text)
        if found:
            return _checked(int(found[1]), int(found[2]), int(found[3] or 1))
    found = _MONTH_FIRST.fullmatch(text)
    if found:
        return _checked(int(found[2]), int(found[1]))
    found = _YEAR_LAST.fullmatch(text)
    if found:
        return _year_last(int(found[1]), int(found[2]), int(found[3]), order)
    if re.fullmatch(r"\d{4}年?", text):
        return Unread(Why.YEAR_ONLY)
    if re.fullmatch(r"\d{2}(年|[.\-/])\d{1,2}月?", text):
        return Unread(Why.SHORT_YEAR)
    return Unread(Why.NOT_A_DATE)


def _year_last(first: int, second: int, year: int, order: Order) -> int | Unread:
    if order is Order.UNKNOWN and first != second:
        return Unread(Why.DAY_OR_MONTH)
    if order is Order.MONTH:
        first, second = second, first
    return _checked(year, second, first)


def _checked(year: int, number: int, day: int = 1) -> int | Unread:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unread(Why.OUT_OF_RANGE)
    try:
        date(year, number, day)
    except ValueError:
        return Unread(Why.OUT_OF_RANGE)
    return month(year, number)
