"""Points with intervals, side by side for the designs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from plots.looks import Look, looks
from plots.study import Study
from plots.style import BODY, RULE, embolden
from plots.values import found, reach
from simulation.summary import Measure


@dataclass(frozen=True, slots=True)
class Dot:
    """A design's place in a row of a chart; without a value, a gap."""

    look: Look
    value: Measure | None


def dots_of(studies: Sequence[Study], measure: str, of: str) -> tuple[Dot, ...]:
    """Return a measure of one thing in every design."""
    return tuple(Dot(one, found(study, measure, of)) for study, one in looks(studies))


def row(axes: Axes, y: float, dots: Sequence[Dot], spread: float = 0.5) -> None:
    """Draw a row of points with intervals, dodged so that none hides another.

    Points on the border of the axes, such as 0%, are drawn whole.

    A design without a value is a dash beyond the right edge, in its colour.
    """
    for place, dot in enumerate(dots):
        at = y + dodge(place, len(dots), spread)
        if dot.value is None:
            dash = axes.text(
                1.01, at, "—", color=dot.look.colour, size=BODY, va="center",
                transform=axes.get_yaxis_transform(),
            )  # fmt: skip
            embolden(dash, 0.6)
            continue
        axes.errorbar(
            dot.value.mean,
            at,
            xerr=reach(dot.value),
            fmt=dot.look.marker,
            color=dot.look.colour,
            ms=3.2,
            lw=0.9,
            mew=0.0,
            capsize=0.0,
            clip_on=False,
        )


def ruled_rows(axes: Axes, labels: Sequence[str]) -> None:
    """Label the rows from the top, with a faint line along each."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    for y in range(len(labels)):
        axes.axhline(y, color=RULE, lw=0.4, zorder=0)
    axes.spines["left"].set_visible(False)
    axes.grid(visible=True, axis="x")


def shown_measures(
    studies: Sequence[Study], measure: str, subjects: Iterable[str]
) -> tuple[Measure, ...]:
    """Return what of a measure the designs have, for all the subjects."""
    return tuple(
        one
        for of in subjects
        for study in studies
        if (one := found(study, measure, of)) is not None
    )


def gaps(studies: Sequence[Study], measure: str, subjects: Sequence[str]) -> int:
    """Return how many marks are left out for want of a value."""
    there = len(shown_measures(studies, measure, subjects))
    return len(studies) * len(subjects) - there


def dodge(place: int, count: int, spread: float) -> float:
    """Return how far off the middle of its row a mark stands."""
    return 0.0 if count < 2 else spread * (place / (count - 1) - 0.5)
