"""Sheets as they were found: cells with their places, free of private numbers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scenarios.intake.private import PrivateKind, without_private

Value = str | int | float | date | None
NONE_PRIVATE: frozenset[PrivateKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Parameters
    ----------
    value
        What it holds; texts are stripped and free of private numbers.
    at
        Where it stands in its sheet: ``C5``.
    decimals
        Digits after the point that a number's format shows; ``None`` if not said.
    loose
        Whether the file keeps no kinds of values, so that a number may have lost its
        last zero (CSV).
    merged
        Where the value comes from if the cell is merged with another.
    private
        Kinds of private numbers that were taken out of it.
    """

    value: Value
    at: str
    decimals: int | None = None
    loose: bool = False
    merged: Literal["above", "left"] | None = None
    private: frozenset[PrivateKind] = NONE_PRIVATE

    @property
    def text(self) -> str:
        """What the cell shows, as far as the file tells."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.decimals is not None:
            return f"{self.value:.{self.decimals}f}"
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Parameters
    ----------
    name
        Its name; that of the file for CSV.
    rows
        Cells row by row, all rows of one length.
    hidden
        Whether it is hidden from the eye.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False


def clean_cell(
    value: object, at: str, *, decimals: int | None = None, loose: bool = False
) -> Cell:
    """Return a cell of whatever a file holds, with private numbers blotted out."""
    kept, private = _clean(value)
    return Cell(kept, at, decimals, loose, private=private)


def _clean(value: object) -> tuple[Value, frozenset[PrivateKind]]:
    match value:
        case None | bool():
            return (None if value is None else str(value)), NONE_PRIVATE
        case datetime():
            return value.date(), NONE_PRIVATE
        case date():
            return value, NONE_PRIVATE
        case int() | float():
            return _clean_number(value)
        case _:
            text, private = without_private(str(value).strip())
            return text or None, private


def _clean_number(value: float) -> tuple[Value, frozenset[PrivateKind]]:
    whole = int(value) if isinstance(value, int) or value.is_integer() else None
    if whole is None:
        return value, NONE_PRIVATE
    text, private = without_private(str(whole))
    return (text if private else whole), private
