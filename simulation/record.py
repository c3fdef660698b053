"""The record of a year while it is played: rows as bytes, which numpy reads as a table.

A row takes 80 bytes and no objects, a fifth of what its texts and numbers take as a
tuple. Texts are told by codes, which the record gives them.
"""

from struct import Struct
from typing import Final

MOMENTS: Final = ("at", "since", "length")
"""Columns of 64 bits, in microseconds; what is since nothing is since `NEVER`."""

COLUMNS: Final = (
    *MOMENTS,
    "event",
    "stream",
    "piece",
    "step",
    "person",
    "post",
    "seat",
    "lead",
    "how",
    "other_stream",
    "other_piece",
    "other_lead",
    "other_post",
)
"""All columns; the others have 32 bits, and 0 where a row says nothing.

An event is told by its place among all, a text by its code, and a piece or a step by
its number and one more.
"""

of_all: Final = Struct("=qqq13i4x").pack
"""The bytes of a row of which every column is given."""

of_job: Final = Struct("=qqq9i20x").pack
"""The bytes of a row without the other stream, piece, lead and post."""

of_piece: Final = Struct("=qqq3i16xi24x").pack
"""The bytes of a row of moments, event, stream, piece and lead."""

of_person: Final = Struct("=qqqi12xi36x").pack
"""The bytes of a row of moments, event and person."""

SIZE: Final = 80
_LENGTH: Final = 16
_HOW: Final = 56
"""Where these two columns stand in a row."""

_length_into: Final = Struct("=q").pack_into
_how_into: Final = Struct("=i").pack_into


class Record:
    """Rows in the order in which they came, and the codes of their texts."""

    def __init__(self) -> None:
        self.cells = bytearray()
        self.codes: dict[str, int] = {"": 0}

    def code(self, text: str) -> int:
        """Return the code of a text, a new one if it has none."""
        return self.codes.setdefault(text, len(self.codes))

    def complete(self, place: int, *, length: int, how: str) -> None:
        """Fill in what the row at a place couldn't tell when it came."""
        _length_into(self.cells, place * SIZE + _LENGTH, length)
        _how_into(self.cells, place * SIZE + _HOW, self.code(how))

    def __len__(self) -> int:
        return len(self.cells) // SIZE
