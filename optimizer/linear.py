"""Sums of whole multiples of variables, and the conditions upon them.

Rules and goals say what they want in these terms, whatever keeps the variables.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Variable = int
"""A variable, by its number in the model."""

Key = tuple[int | tuple[Variable, int], ...]
"""A constant and multiples of variables, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A sum that must lie between two limits; ``None`` is no limit."""

    total: "Linear"
    least: int | None = None
    most: int | None = None

    @property
    def settled(self) -> bool | None:
        """Whether it holds, if no variable is involved; else ``None``."""
        if self.total.terms:
            return None
        low = self.least is None or self.total.constant >= self.least
        return low and (self.most is None or self.total.constant <= self.most)


@dataclass(frozen=True, slots=True)
class Linear:
    """A constant plus whole multiples of variables."""

    terms: Mapping[Variable, int]
    constant: int = 0

    @property
    def key(self) -> "Key":
        """What it is known by among keys: two sums that are the same share it."""
        return (self.constant, *sorted(self.terms.items()))

    def __add__(self, other: "Linear | int") -> "Linear":
        return total((self, other))

    def __sub__(self, other: "Linear | int") -> "Linear":
        return total((self, other * -1))

    def __rsub__(self, other: int) -> "Linear":
        return total((other, self * -1))

    def __mul__(self, factor: int) -> "Linear":
        terms = {one: factor * times for one, times in self.terms.items() if factor}
        return Linear(terms, factor * self.constant)

    __radd__ = __add__
    __rmul__ = __mul__

    def __le__(self, most: "Linear | int") -> Condition:
        return Condition(self - most, most=0)

    def __ge__(self, least: "Linear | int") -> Condition:
        return Condition(self - least, least=0)

    def equals(self, other: "Linear | int") -> Condition:
        """Return the condition that both are the same."""
        return Condition(self - other, least=0, most=0)


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a height that lies at a place, if it is there at all.

    Parameters
    ----------
    place
        The number of the place.
    present
        1 if it is there, 0 if not.
    height
        What it adds at its place.
    """

    place: Linear
    present: Linear
    height: int


def total(parts: Iterable[Linear | int]) -> Linear:
    """Return the sum of many parts."""
    constant, terms = 0, dict[Variable, int]()
    for part in parts:
        if isinstance(part, int):
            constant += part
            continue
        constant += part.constant
        for one, times in part.terms.items():
            terms[one] = terms.get(one, 0) + times
    return Linear({one: times for one, times in terms.items() if times}, constant)


def multiples(parts: Iterable[tuple[Linear, int]]) -> Linear:
    """Return the sum of whole multiples: of hours and points there are millions."""
    constant, terms = 0, dict[Variable, int]()
    for part, factor in parts:
        constant += factor * part.constant
        for one, times in part.terms.items():
            terms[one] = terms.get(one, 0) + factor * times
    return Linear({one: times for one, times in terms.items() if times}, constant)


ZERO = Linear({})
"""What a seat adds for somebody who can't sit there."""
