"""People by all that each can hold: their patterns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from optimizer.patterns.owners import Owners
from optimizer.patterns.packing import packing
from optimizer.patterns.together import Sets
from optimizer.rows import Numbers, Rows

MOST = 200_000
"""Patterns beyond which somebody's seats are taken one by one: whoever may hold seats
of all kinds beside each other has millions."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One person's patterns: sets of seats that the person can hold together.

    Parameters
    ----------
    person
        The person's number.
    seats
        The person's seats, by variable, ascending.
    patterns
        Sets of one of these seats, of two, and so on, by their numbers.
    """

    person: int
    seats: Numbers
    patterns: Sets

    def costs(self, prices: Numbers) -> Sequence[Numbers]:
        """Return what each pattern costs, by what each variable does."""
        own = prices[self.seats]
        return [own[some].sum(axis=1) for some in self.patterns]

    def least_with(self, costs: Sequence[Numbers]) -> Numbers:
        """Return for each seat what the cheapest pattern with it costs.

        For a seat that is in none it is the largest number that there is.
        """
        least = np.full(len(self.seats), np.iinfo(np.int64).max)
        for some, cost in zip(self.patterns, costs, strict=True):
            for seats in some.T:
                np.minimum.at(least, seats, cost)
        return least


def holders(rows: Rows, owners: Owners, seated: Numbers) -> Iterator[Holder]:
    """Yield those of whom the conditions leave few enough patterns.

    Parameters
    ----------
    rows
        The conditions.
    owners
        Whose everything is.
    seated
        For each variable the person whose seat it stands for; below 0 if it is none.
    """
    people = int(seated.max(initial=-1)) + 1
    entries = _grouped(owners.of_rows[rows.numbers], people)
    seats = _grouped(seated, people)
    alike: dict[tuple[bytes, ...], Sets | None] = {}
    for person in range(people):
        packed = packing(rows, entries[person], seats[person])
        if packed.key not in alike:
            alike[packed.key] = packed.seats_together.sets(MOST)
        if patterns := alike[packed.key]:
            yield Holder(person, seats[person], patterns)


def _grouped(owner: Numbers, people: int) -> Sequence[Numbers]:
    """Return for each person where an array names the person."""
    order = np.argsort(owner, kind="stable")
    ends = np.searchsorted(owner[order], np.arange(people + 1))
    return [order[start:end] for start, end in pairwise(ends)]
