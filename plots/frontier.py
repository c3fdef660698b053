"""Two goals against each other: the plans that no other beats on both."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from plots.page import Sheet, page
from plots.style import ACCENT, BLOCK, INK, MUTED, SMALL, styled
from plots.texts import tick
from plots.tradeoff import Mark, Region, Tradeoff
from scenarios.words import Words

_HEIGHT = 3.6
_HATCH = "#C3CAD3"
_ROOM = 0.08
"""Share of the drawn range that is left free around it."""


def draw_frontier(tradeoff: Tradeoff, words: Words) -> Figure:
    """Draw the chart in the charts' look."""
    with styled():
        return chart(tradeoff, words)


def chart(tradeoff: Tradeoff, words: Words) -> Figure:
    """Draw each plan as a numbered point, and shade where others may lie."""
    names = [words(f"goals.{goal}.name") for goal in tradeoff.goals]
    design = words.name(tradeoff.town.name)
    title = words(
        "charts.frontier.title", first=names[0], second=names[1], design=design
    )
    known = "partial" if tradeoff.regions else "complete"
    caption = words(f"charts.frontier.{known}", count=len(tradeoff.marks))
    figure = page(Sheet(title=title, caption=caption), height=_HEIGHT)
    axes = figure.subplots()
    _limits(axes, tradeoff)
    for region in tradeoff.regions:
        _shade(axes, region)
    _stairs(axes, tradeoff.marks)
    for number, mark in enumerate(tradeoff.marks, start=1):
        _point(axes, number, mark)
    _labels(axes, tradeoff, words)
    return figure


def _limits(axes: Axes, tradeoff: Tradeoff) -> None:
    """Show all points, and a little beyond them."""
    across, up = (
        _roomy([mark.values[place] for mark in tradeoff.marks]) for place in range(2)
    )
    axes.set_xlim(*across)
    axes.set_ylim(*up)


def _roomy(shown: Sequence[float]) -> tuple[float, float]:
    low, high = min(shown), max(shown)
    room = _ROOM * (high - low) or max(1.0, _ROOM * high)
    return low - room, high + room


def _shade(axes: Axes, region: Region) -> None:
    left, right = _within(region.first, axes.get_xlim())
    low, high = _within(region.second, axes.get_ylim())
    axes.add_patch(
        Rectangle(
            (left, low),
            right - left,
            high - low,
            facecolor=BLOCK,
            edgecolor=_HATCH,
            hatch="////",
            lw=0.0,
            zorder=0,
        )
    )


def _within(
    span: tuple[float, float], limits: tuple[float, float]
) -> tuple[float, ...]:
    return tuple(min(max(end, limits[0]), limits[1]) for end in span)


def _stairs(axes: Axes, marks: tuple[Mark, ...]) -> None:
    """Draw the border of what the points beat."""
    x, y = ([mark.values[place] for mark in marks] for place in range(2))
    axes.step(x, y, where="post", color=MUTED, lw=0.8, zorder=1)


def _point(axes: Axes, number: int, mark: Mark) -> None:
    axes.plot(
        *mark.values,
        marker="o",
        ms=5,
        mew=1.0,
        color=ACCENT,
        mfc=ACCENT if mark.proven else "white",
        zorder=3,
    )
    axes.annotate(
        str(number),
        mark.values,
        xytext=(4, 4),
        textcoords="offset points",
        size=SMALL,
        color=INK,
    )


def _labels(axes: Axes, tradeoff: Tradeoff, words: Words) -> None:
    labels = [
        words(
            "charts.name_with_unit",
            name=words(f"goals.{goal}.name"),
            unit=words(f"goals.{goal}.unit"),
        )
        for goal in tradeoff.goals
    ]
    axes.set_xlabel(labels[0])
    axes.set_ylabel(labels[1])
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(6))
        axis.set_major_formatter(FuncFormatter(lambda value, _: tick(value)))
    axes.grid(visible=True)
    axes.legend(handles=_key(words), loc="upper right", fontsize=SMALL)


def _key(words: Words) -> list[Line2D | Patch]:
    return [
        *(
            Line2D(
                [],
                [],
                marker="o",
                ms=5,
                color=ACCENT,
                mfc=filled,
                ls="",
                label=words(f"charts.frontier.{kind}"),
            )
            for kind, filled in (("proven", ACCENT), ("unproven", "white"))
        ),
        Patch(
            facecolor=BLOCK,
            edgecolor=_HATCH,
            hatch="////",
            lw=0.0,
            label=words("charts.frontier.unknown"),
        ),
    ]
