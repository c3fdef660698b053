"""Lines through the weeks of the year, over an axis of months."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes

from plots.looks import Look, looks
from plots.study import Study
from plots.values import found, reach, subjects
from scenarios.words import Words

_BETWEEN_MARKS = 4
"""Weeks from mark to mark of a line."""
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def weeks_of(studies: Sequence[Study], measure: str) -> tuple[str, ...]:
    """Return the weeks that a measure is of in any design, in order: ``week:07``."""
    weeks = sorted(subjects(studies, measure, "week"), key=int)
    return tuple(f"week:{week}" for week in weeks)


def week_lines(
    axes: Axes, studies: Sequence[Study], measure: str, *, factor: float = 1.0
) -> None:
    """Draw a line with its band for each design.

    Parameters
    ----------
    axes
        Where.
    studies
        The designs.
    measure
        What is drawn, of each week.
    factor
        What values are multiplied with for the axis: 100 for per cent.
    """
    weeks = weeks_of(studies, measure)
    for place, (study, one) in enumerate(looks(studies)):
        points = _points(study, measure, weeks, factor)
        _line(axes, one, points, first_mark=place % _BETWEEN_MARKS)
    axes.set_ylim(bottom=0)
    axes.grid(visible=True, axis="y")


def months(axes: Axes, words: Words) -> None:
    """Mark the months' borders, and name each in its middle."""
    borders = [sum(_DAYS[:month]) / 7 for month in range(13)]
    middles = [(a + b) / 2 for a, b in pairwise(borders)]
    axes.set_xlim(0, borders[-1])
    axes.set_xticks(borders, [""] * 13)
    axes.set_xticks(
        middles, [words(f"charts.month.{n}") for n in range(1, 13)], minor=True
    )
    axes.tick_params(axis="x", which="minor", length=0)


def _points(
    study: Study, measure: str, weeks: Sequence[str], factor: float
) -> list[tuple[float, float, float]]:
    """Return where in the year, mean and half-width."""
    return [
        (
            int(week.partition(":")[2]) - 0.5,
            factor * value.mean,
            factor * reach(value),
        )
        for week in weeks
        if (value := found(study, measure, week)) is not None
    ]


def _line(
    axes: Axes,
    one: Look,
    points: Sequence[tuple[float, float, float]],
    *,
    first_mark: int,
) -> None:
    """Draw a line; its marks are set off, so that equal lines show each their own."""
    at = [x for x, _, _ in points]
    axes.fill_between(
        at,
        [max(0.0, mean - half) for _, mean, half in points],
        [mean + half for _, mean, half in points],
        color=one.colour,
        alpha=0.18,
        lw=0,
    )
    axes.plot(
        at,
        [mean for _, mean, _ in points],
        color=one.colour,
        marker=one.marker,
        ms=2.6,
        markevery=(first_mark, _BETWEEN_MARKS),
        lw=1.2,
    )
