"""Widths and lines of mixed Chinese and Latin text."""

import re
from collections.abc import Sequence
from math import isnan, log10
from unicodedata import east_asian_width

_LATIN = 0.53
"""Mean width of a Latin character, in the width of a Chinese one."""

_HEAD = 0.6
"""How much of a shortened text is its beginning."""

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
    """Return a text of at most ``width`` ems, its middle left out if need be.

    What tells names apart often stands at their end.
    """
    if ems(text) <= width:
        return text
    head, tail = text, text
    while head and ems(head) > (width - 1) * _HEAD:
        head = head[:-1]
    while tail and ems(head) + ems(tail) > width - 1:
        tail = tail[1:]
    return f"{head.rstrip()}…{tail.lstrip()}"


def shortened_apart(texts: Sequence[str], width: float) -> list[str]:
    """Return texts of at most ``width`` ems; those that differ, differ still.

    Where they would come to the same, each gets a number at its end.
    """
    short = {text: shortened(text, width) for text in texts}
    alike: dict[str, list[str]] = {}
    for text, shown in short.items():
        alike.setdefault(shown, []).append(text)
    for same in alike.values():
        for place, text in enumerate(same if len(same) > 1 else (), 1):
            suffix = f" {place}"
            short[text] = shortened(text, width - ems(suffix)) + suffix
    return [short[text] for text in texts]


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
