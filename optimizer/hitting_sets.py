"""Smallest sets that have something of every one of some sets."""

from collections.abc import Iterable


def hitting_sets(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Return every set that meets all the given ones and of which no part would.

    One set is taken after the other (Berge): what meets it already stays, everything
    else grows by one of its members, and what contains something smaller is dropped.
    """
    found = [frozenset[str]()]
    for one in sets:
        meeting = [each for each in found if each & one]
        grown = {each | {member} for each in found if not each & one for member in one}
        found = meeting + [
            each
            for each in grown
            if not any(other < each for other in grown)
            and not any(other <= each for other in meeting)
        ]
    return tuple(found)
