"""Waits of which some haven't come to an end (Kaplan and Meier's product limit)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import nan
from typing import NamedTuple


class Wait(NamedTuple):
    """How long somebody waited, and whether the wait came to an end."""

    years: float
    ended: bool


class Waiting(NamedTuple):
    """The share that still waits from a moment on."""

    years: float
    share: float


NEARLY = 1e-12
"""So that a half that comes out even is one."""


def survival(waits: Iterable[Wait]) -> tuple[Waiting, ...]:
    """Return the share that still waits, from each moment at which a wait ended.

    Who leaves, or still waits at the end, has waited at least so long.
    """
    ordered = sorted(waits, key=lambda wait: (wait.years, not wait.ended))
    found: list[Waiting] = []
    share = 1.0
    for place, wait in enumerate(ordered):
        if wait.ended:
            share *= 1 - 1 / (len(ordered) - place)
            found.append(Waiting(wait.years, share))
    return tuple(found)


def median_wait(curve: Sequence[Waiting]) -> float:
    """Return when half have waited to the end; not-a-number if that is not known."""
    return next((one.years for one in curve if one.share <= 0.5 + NEARLY), nan)


def still_waiting(curve: Sequence[Waiting], years: float) -> float:
    """Return the share that still waits after some years."""
    place = bisect_right(curve, Waiting(years, share=1.0))
    return curve[place - 1].share if place else 1.0
