"""The colour and mark of each design, the same in every chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from plots.study import Study


@dataclass(frozen=True, slots=True)
class Look:
    """How a design is told apart, in colour and without."""

    colour: str
    marker: str


LOOKS = (
    Look("#6B7280", "o"),
    Look("#0072B2", "s"),
    Look("#D55E00", "D"),
    Look("#009E73", "^"),
    Look("#AA4499", "v"),
    Look("#E69F00", "P"),
    Look("#56B4E9", "X"),
    Look("#332288", "p"),
)
"""In the order of the designs: grey for the first, with which the others are
compared, then colours that the colour-blind can tell apart (Okabe and Ito; Tol)."""


def look(place: int) -> Look:
    """Return the look of the design at a place in the order of the designs."""
    return LOOKS[place % len(LOOKS)]


def looks(studies: Sequence[Study]) -> tuple[tuple[Study, Look], ...]:
    """Return the designs, each with its look."""
    return tuple((study, look(place)) for place, study in enumerate(studies))
