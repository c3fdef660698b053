"""When in the year people are fought over: lines by week."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots.dots import shown_measures
from plots.looks import Look, looks
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.values import alike, caption, found, reach, subjects
from scenarios.words import Words

_MEASURE = "clashes"
_BETWEEN_MARKS = 4
"""Weeks from mark to mark of a line."""
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a line with its band for each design."""
    weeks = sorted(subjects(studies, _MEASURE, "week"), key=int)
    of = [f"week:{week}" for week in weeks]
    known = shown_measures(studies, _MEASURE, of)
    figure = page(
        Sheet(
            title=words("charts.clashes_by_week.title"),
            caption=caption(
                words, known, key="bands", alike=alike(studies, _MEASURE, of)
            ),
            key=designs_key(studies, words),
        ),
        height=2.7,
    )
    axes = figure.add_subplot()
    for place, (study, one) in enumerate(looks(studies)):
        _line(axes, one, _points(study, weeks), first_mark=place % _BETWEEN_MARKS)
    _months(axes, words)
    axes.set_ylim(bottom=0)
    if known and not any(one.mean for one in known):
        _say_none(axes, words)
    axes.set_ylabel(words("charts.clashes_by_week.axis"))
    axes.grid(visible=True, axis="y")
    return figure


def _say_none(axes: Axes, words: Words) -> None:
    """Say that nobody clashed, over an axis of whole numbers."""
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 1])
    none = words("charts.clashes_by_week.none")
    axes.text(0.5, 0.5, none, transform=axes.transAxes, ha="center")


def _points(study: Study, weeks: Sequence[str]) -> list[tuple[float, float, float]]:
    """Return where in the year, mean and half-width."""
    return [
        (int(week) - 0.5, value.mean, reach(value))
        for week in weeks
        if (value := found(study, _MEASURE, f"week:{week}")) is not None
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


def _months(axes: Axes, words: Words) -> None:
    """Mark the months' borders, and name each in its middle."""
    borders = [sum(_DAYS[:month]) / 7 for month in range(13)]
    middles = [(a + b) / 2 for a, b in pairwise(borders)]
    axes.set_xlim(0, borders[-1])
    axes.set_xticks(borders, [""] * 13)
    axes.set_xticks(
        middles, [words(f"charts.month.{n}") for n in range(1, 13)], minor=True
    )
    axes.tick_params(axis="x", which="minor", length=0)
