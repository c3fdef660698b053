"""When in the year people are fought over: lines by week."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots.dots import shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.values import alike, caption
from plots.week_lines import months, week_lines, weeks_of
from scenarios.words import Words

_MEASURE = "clashes"


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a line with its band for each design."""
    of = weeks_of(studies, _MEASURE)
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
    week_lines(axes, studies, _MEASURE)
    months(axes, words)
    if known and not any(one.mean for one in known):
        _say_none(axes, words)
    axes.set_ylabel(words("charts.clashes_by_week.axis"))
    return figure


def _say_none(axes: Axes, words: Words) -> None:
    """Say that nobody clashed, over an axis of whole numbers."""
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 1])
    none = words("charts.clashes_by_week.none")
    axes.text(0.5, 0.5, none, transform=axes.transAxes, ha="center")
