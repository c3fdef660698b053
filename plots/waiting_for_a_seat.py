"""How long people wait for a first mid-level seat: who still waits, year by year."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter

from plots.dots import shown_measures
from plots.looks import Look, looks
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.style import BODY, MUTED, TINY
from plots.values import alike, caption, found, reach
from plots.years import years_of
from scenarios.words import Words

_MEASURE = "mid_level_waiting_share"
_PANELS = ("", "age_30", "age_31_40", "age_41_50")
"""The whole town, then by age today; who is older seldom gets a first seat."""


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a curve with its band for each design: the town, then by age today."""
    years = years_of(studies, _MEASURE)
    of = [_of(year, part) for part in _PANELS for year in years]
    figure = page(
        Sheet(
            title=words("charts.waiting_for_a_seat.title"),
            caption=caption(
                words,
                shown_measures(studies, _MEASURE, of),
                key="yearly",
                alike=alike(studies, _MEASURE, of),
            ),
            key=designs_key(studies, words),
        ),
        height=4.2,
    )
    grid = figure.subplots(2, 2, sharex=True, sharey=True)
    for axes, part in zip(grid.ravel().tolist(), _PANELS, strict=True):
        _panel(axes, studies, years, part, words)
    grid[1, 0].set_xlabel(words("charts.waiting_for_a_seat.axis"))
    return figure


def _panel(
    axes: Axes, studies: Sequence[Study], years: Sequence[int], part: str, words: Words
) -> None:
    key = f"cohorts.{part}" if part else "charts.waiting_for_a_seat.all"
    axes.set_title(words(key), size=BODY, loc="left")
    for study, look in looks(studies):
        _curve(axes, study, look, years, part)
    axes.axhline(0.5, color=MUTED, lw=0.6, ls=(0, (3, 3)), zorder=0)
    half = words("charts.waiting_for_a_seat.half")
    axes.text(1.0, 0.51, half, size=TINY, color=MUTED, ha="right",
              transform=axes.get_yaxis_transform())  # fmt: skip
    axes.set_xlim(0, max(1, len(years)))
    axes.set_ylim(0, 1.02)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol="%"))
    axes.grid(visible=True, axis="y")


def _curve(
    axes: Axes, study: Study, look: Look, years: Sequence[int], part: str
) -> None:
    points = [
        (place, value.mean, reach(value))
        for place, year in enumerate(years, start=1)
        if (value := found(study, _MEASURE, _of(year, part))) is not None
    ]
    if not points:
        return
    at = [0, *(x for x, _, _ in points)]
    low = [1.0, *(max(0.0, mean - half) for _, mean, half in points)]
    high = [1.0, *(min(1.0, mean + half) for _, mean, half in points)]
    axes.fill_between(at, low, high, color=look.colour, alpha=0.18, lw=0)
    means = [1.0, *(mean for _, mean, _ in points)]
    axes.plot(at, means, color=look.colour, marker=look.marker, ms=2.8, lw=1.1)


def _of(year: int, part: str) -> str:
    return f"year:{year}+{part}" if part else f"year:{year}"
