"""What each design changes: paired differences to the first, a panel a measure."""

from collections.abc import Sequence
from math import ceil

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from plots.chart import Differences
from plots.headlines import (
    TOWN,
    Better,
    Favour,
    Headline,
    favour,
    headlines,
    in_axis_units,
    name,
    shown,
)
from plots.looks import Look, looks
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.style import INK, MUTED, PAPER, SMALL, TINY
from plots.texts import tick
from plots.values import caption, found, reach
from scenarios.words import Words
from simulation.summary import Measure

_COLUMNS = 3
_ROW = 0.2


def chart(studies: Sequence[Study], differences: Differences, words: Words) -> Figure:
    """Draw small multiples, each in its own unit, with zero in each."""
    panels = [one for one in headlines(studies) if _of(one, differences)]
    columns = min(_COLUMNS, max(len(panels), 1))
    rows = max(1, ceil(len(panels) / columns))
    known = [each for one in panels for each in _of(one, differences)]
    base = words.name(studies[0].town.name) if studies else "—"
    figure = page(
        Sheet(
            title=words("charts.differences.title", base=base),
            caption=caption(words, known, key="paired"),
            key=designs_key(studies, words)[1:],
        ),
        height=rows * (_ROW * max(len(studies) - 1, 1) + 0.72),
    )
    grid = figure.subplots(rows, columns, squeeze=False).ravel().tolist()
    for axes in grid[len(panels) :]:
        axes.set_axis_off()
    for axes, one in zip(grid, panels, strict=False):
        _panel(axes, one, studies, differences, words)
    return figure


def _of(one: Headline, differences: Differences) -> list[Measure]:
    key = (one.measure, TOWN)
    return [each[key] for each in differences.values() if key in each]


def _panel(
    axes: Axes,
    one: Headline,
    studies: Sequence[Study],
    differences: Differences,
    words: Words,
) -> None:
    _title(axes, one, studies[0], words)
    for y, (study, look) in enumerate(looks(studies)[1:]):
        difference = differences.get(study.town.id, {}).get((one.measure, TOWN))
        said = None if difference is None else favour(one, difference)
        if difference is not None:
            _mark(axes, y, difference, look, sure=said is not Favour.UNCLEAR)
        _say(axes, y, said, words)
    axes.axvline(0, color=INK, lw=0.8, zorder=1)
    axes.set_ylim(max(len(studies) - 1, 1) - 0.45, -0.55)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    _scale(axes, one)


def _title(axes: Axes, one: Headline, base: Study, words: Words) -> None:
    there = found(base, one.measure, TOWN)
    value = "—" if there is None else shown(one, there.mean)
    key = "charts.differences.base_share" if one.share else "charts.differences.base"
    text = f"{name(one, words)}\n{words(key, value=value)}"
    axes.set_title(text, size=SMALL, loc="left", linespacing=1.15)


def _mark(axes: Axes, y: float, difference: Measure, look: Look, *, sure: bool) -> None:
    """Draw a difference: filled where it is sure, open where zero is within."""
    axes.errorbar(
        difference.mean,
        y,
        xerr=reach(difference),
        fmt=look.marker,
        color=look.colour,
        mfc=look.colour if sure else "white",
        ms=4.2,
        mew=0.9,
        lw=1.1,
    )


def _say(axes: Axes, y: float, said: Favour | None, words: Words) -> None:
    axes.text(
        1.02,
        y,
        "—" if said is None else words(f"charts.favour.{said}"),
        transform=axes.get_yaxis_transform(),
        va="center",
        size=TINY,
        color=INK if said in {Favour.FAVOURABLE, Favour.UNFAVOURABLE} else MUTED,
    )


def _scale(axes: Axes, one: Headline) -> None:
    """Keep zero well inside, and shade the side on which a design is better."""
    low, high = axes.get_xlim()
    reach_ = max(abs(low), abs(high), 1e-9)
    low, high = min(low, -0.25 * reach_), max(high, 0.25 * reach_)
    axes.set_xlim(low, high)
    if one.better is Better.LESS:
        axes.axvspan(low, 0, color=PAPER, zorder=0, lw=0)
    elif one.better is Better.MORE:
        axes.axvspan(0, high, color=PAPER, zorder=0, lw=0)
    axes.xaxis.set_major_locator(MaxNLocator(4))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _signed(one, value)))


def _signed(one: Headline, value: float) -> str:
    text = tick(in_axis_units(one, value))
    return f"+{text}" if value > 0 else text
