"""Widths and lines of mixed Chinese and Latin text."""

import re
from math import isnan, log10
from unicodedata import east_asian_width

_LATIN = 0.53
"""Mean width of a Latin character, in the width of a Chinese one."""

_PIECE = re.compile(r"[^\W\d_\u2e80-\uffff]+[,.;:)]*|\d[\d.,%]*|\s+|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。；：、！？）》」』”’%…,.;:)")


def ems(text: str) -> float:
    """Return the width of a line of text, about, in the width of a Chinese character.

    That width is the size of the type.
    """
    return sum(1.0 if east_asian_width(one) in "WF" else _LATIN for one in text)


def wrapped(text: str, width: float) -> str:
    """Return a text in lines of at most ``width`` ems.

    Latin words stay whole, and no line begins with closing punctuation.
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        too_long = ems(lines[-1] + piece.rstrip()) > width
        if too_long and lines[-1] and piece not in _NEVER_FIRST:
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return "\n".join(line.rstrip() for line in lines)


def shortened(text: str, width: float) -> str:
    """Return a text of at most ``width`` ems, its end left out if need be."""
    if ems(text) <= width:
        return text
    while text and ems(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def number(value: float) -> str:
    """Return a number with three digits that count, or a dash if there is none."""
    if isnan(value):
        return "—"
    digits = 2 if value == 0 else max(0, 2 - int(log10(abs(value)) // 1))
    text = f"{value:,.{min(digits, 3)}f}"
    return text.replace("-", "−") if float(text.replace(",", "")) else "0"


def tick(value: float) -> str:
    """Return a number for an axis: no more digits than it needs."""
    return f"{value:,.6g}".replace("-", "−")
