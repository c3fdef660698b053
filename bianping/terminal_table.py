"""Tables for the terminal, aligned where Chinese letters are twice as wide."""

import re
import unicodedata
from collections.abc import Sequence

_PARTS = re.compile(r"(?:[!-~]+|\s+|.)[，。；：、”）]*")
"""What a line may be broken between."""


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts as lines with aligned columns."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True))
        .rstrip()
        for row in rows
    )  # fmt: skip


def definitions(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Return lines of terms, each with its meaning beside it, no wider than told.

    No Latin word is broken, and no line begins with a mark that ends a phrase.
    """
    beside = max(_width(term) for term, _ in rows) + 2
    lines: list[str] = []
    for term, meaning in rows:
        first, *more = _wrapped(meaning, max(20, width - beside)) or [""]
        lines.append(f"{_padded(term, beside)}{first}".rstrip())
        lines += (" " * beside + line for line in more)
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for part in _PARTS.findall(text):
        if _width(lines[-1]) + _width(part.rstrip()) > width:
            lines.append("")
        lines[-1] += part if lines[-1] else part.lstrip()
    return [line.rstrip() for line in lines]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
