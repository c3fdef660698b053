"""The record of a year while it is played: rows as bytes, which numpy reads as a table.

A row takes 80 bytes and no objects, a quarter of what its texts and numbers take as a
tuple. Texts are told by codes, which the record gives them.
"""

from struct import Struct
from typing import Final

MOMENTS: Final = ("at", "since", "length")
"""Columns of 64 bits, in microseconds; what is since nothing is since `NEVER`."""

NUMBERS: Final = ("event", "piece", "step", "how")
TASK: Final = ("stream", "lead")
HAND: Final = ("person", "post", "seat")
OTHER: Final = ("other_piece", "other_stream", "other_lead", "other_post")
"""Columns of 32 bits, with 0 where a row says nothing.

An event is told by its place among all, a text by its code, and a piece or a step by
its number and one more.
"""

COLUMNS: Final = (*MOMENTS, *NUMBERS, *TASK, *HAND, *OTHER)

of_clash: Final = Struct("=qqq4i8s12si8si4x").pack
"""The bytes of a row: its moments and numbers, task and hand, and what is other."""

of_job: Final = Struct("=qqq4i8s12s20x").pack
"""The bytes of a row without what is other."""

of_piece: Final = Struct("=qqq2i8x8s32x").pack
"""The bytes of a row of moments, event, piece and task."""

NOBODY: Final = bytes(12)
NOTHING: Final = bytes(8)
"""A hand and a task that a row doesn't name."""

SIZE: Final = 80
_LENGTH: Final = 16
_HOW: Final = 36
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
        code = self.codes.get(text)
        if code is None:
            code = self.codes[text] = len(self.codes)
        return code

    def named(self, *texts: str) -> bytes:
        """Return how rows name a task by its texts, or a hand."""
        return Struct(f"={len(texts)}i").pack(*map(self.code, texts))

    def complete(self, place: int, *, length: int, how: str) -> None:
        """Fill in what the row at a place couldn't tell when it came."""
        _length_into(self.cells, place * SIZE + _LENGTH, length)
        _how_into(self.cells, place * SIZE + _HOW, self.code(how))

    def taken(self) -> bytearray:
        """Return the rows, and keep none."""
        cells, self.cells = self.cells, bytearray()
        return cells

    def __len__(self) -> int:
        return len(self.cells) // SIZE
