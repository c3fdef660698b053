"""What taking in a roster found: people, and an account of every cell left behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from scenarios.intake.meanings import Meaning
from scenarios.intake.private import PrivateKind


class How(StrEnum):
    """How a column came to be taken for what it is, or left out."""

    HEADING = "heading"
    CONTENT = "content"
    ASKED = "asked"
    OPTION = "option"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    NOT_NEEDED = "not_needed"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class ColumnFound:
    """A column, and what it was taken for; ``None`` if it was left out.

    Parameters
    ----------
    candidates
        What a doubtful one may mean.
    """

    sheet: str
    letter: str
    heading: str
    meaning: Meaning | None
    how: How
    candidates: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class CellLeft:
    """A cell that could not be read."""

    sheet: str
    at: str
    heading: str
    content: str
    why: str


@dataclass(frozen=True, slots=True)
class RowLeft:
    """A row that holds no person; ``at`` is its first cell that holds anything."""

    sheet: str
    row: int
    at: str
    content: str
    why: str


@dataclass(frozen=True, slots=True)
class SheetLeft:
    """A sheet from which nothing was taken."""

    sheet: str
    why: str


@dataclass(frozen=True, slots=True)
class Recruit:
    """A person of the roster.

    Parameters
    ----------
    id
        A running number, ``p001``: names are no ids, for two people may share one.
    values
        What the roster says, in the words of the scenario language.
    """

    id: str
    values: Mapping[Meaning, str]


@dataclass(frozen=True, slots=True)
class Intake:
    """A roster taken in.

    Parameters
    ----------
    private
        In how many cells private numbers of each kind were blotted out.
    namesakes
        Names that more than one person bears.
    """

    people: tuple[Recruit, ...] = ()
    columns: tuple[ColumnFound, ...] = ()
    cells: tuple[CellLeft, ...] = ()
    rows: tuple[RowLeft, ...] = ()
    sheets: tuple[SheetLeft, ...] = ()
    private: Mapping[PrivateKind, int] = field(default_factory=dict)
    namesakes: tuple[str, ...] = ()
