"""One cell of a roster, read as what its column is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.intake.cells import Cell
from scenarios.intake.meanings import Meaning
from scenarios.intake.months import Order, Unread, read_month
from scenarios.intake.private import MARK
from scenarios.intake.words import CHOICES, choice
from scenarios.language.base import RungId
from scenarios.language.months import month_text
from scenarios.reading.headings import tidy

MONTHS = (Meaning.BORN, Meaning.JOINED, Meaning.RANK_SINCE)
_BLANK_WITHIN = re.compile(r"(?<=[^\x00-\u2e7f]) (?=[^\x00-\u2e7f])")
"""A blank between two Chinese letters, which only makes names equally long."""
REQUIRED = (Meaning.SEX, Meaning.BORN, Meaning.JOINED, Meaning.IDENTITY)
"""What a person of a scenario must have, beside a name."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How the cells of a sheet are read.

    Parameters
    ----------
    orders
        For each column of dates, what stands first in them.
    rungs
        Ids of the rungs of all ladders, by their names.
    """

    orders: Mapping[Meaning, Order]
    rungs: Mapping[str, RungId]

    def value(self, cell: Cell, meaning: Meaning) -> tuple[str, str]:
        """Return what a cell says in the words of a scenario, and why it can't be read.

        One of the two is empty; both are, where the cell is empty and may be.
        """
        if not cell.text:
            return "", "empty" if meaning in REQUIRED else ""
        if meaning in MONTHS:
            found = read_month(cell, self.orders[meaning])
            return (
                ("", found.why)
                if isinstance(found, Unread)
                else (month_text(found), "")
            )
        if cell.text.startswith("="):
            return "", "formula"
        if meaning in CHOICES:
            word = choice(meaning, cell.text)
            return ("", "not_a_choice") if word is None else (word, "")
        if meaning is Meaning.RANK:
            rung = self.rungs.get(tidy(cell.text))
            return ("", "unknown_rank") if rung is None else (rung, "")
        text = " ".join(cell.text.replace(MARK, " ").split())
        if meaning is Meaning.NAME:
            text = _BLANK_WITHIN.sub("", text)
        return (text, "") if text else ("", "private")
