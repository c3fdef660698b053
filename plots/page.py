"""The sheet that a chart stands on: title above, the designs' key, caption below."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D

from plots.looks import looks
from plots.study import Study
from plots.style import BODY, INK, MUTED, SMALL, TITLE, WIDTH, embolden
from plots.texts import ems, wrapped
from scenarios.words import Words

Key = Sequence[tuple[Line2D, str]]
"""Marks, and what each stands for."""

_POINTS = 72.0
_LINE = 1.45
"""Line pitch, in sizes of type."""
_MARGIN = 0.08
"""Inches left free at the edges."""
_MOST_SCALE = 1.7
"""How far the type of title, key and caption grows with a sheet wider than a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around a chart.

    Parameters
    ----------
    title
        What the chart shows.
    caption
        How to take it: units, intervals, replications.
    key
        The marks that need telling; none where labels say it.
    """

    title: str
    caption: str
    key: Key = ()


def designs_key(studies: Sequence[Study], words: Words) -> Key:
    """Return the key that tells the designs apart."""
    return [
        (
            Line2D([], [], color=one.colour, marker=one.marker, lw=1.2, ms=4.5),
            words.name(study.town.name),
        )
        for study, one in looks(studies)
    ]


def page(sheet: Sheet, *, height: float, width: float = WIDTH) -> Figure:
    """Return a figure with room of the given height (inches) for what is drawn.

    Axes put on it are kept within that room, labels and all.
    """
    scale = min(width / WIDTH, _MOST_SCALE)
    title = wrapped(sheet.title, _ems(width, TITLE * scale))
    caption = wrapped(sheet.caption, _ems(width, SMALL * scale))
    key = _KeyRows.of(sheet.key, width, BODY * scale)
    above = _height(title, TITLE * scale) + key.height + 2 * _MARGIN
    below = _height(caption, SMALL * scale) + 2 * _MARGIN
    total = above + height + below
    engine = ConstrainedLayoutEngine(
        h_pad=0.04, w_pad=0.04, rect=(0, below / total, 1, height / total)
    )
    figure = Figure(figsize=(width, total), layout=engine)
    top, left = 1 - _MARGIN / total, _MARGIN / width
    heading = figure.text(left, top, title, size=TITLE * scale, va="top")
    embolden(heading, 0.45 * scale)
    figure.text(
        left, _MARGIN / total, caption, size=SMALL * scale, color=MUTED, va="bottom"
    )
    if sheet.key:
        key.draw(figure, y=top - _height(title, TITLE * scale) / total)
    return figure


@dataclass(frozen=True, slots=True)
class _KeyRows:
    """The key in as many columns as fit."""

    key: Key
    columns: int
    size: float

    @classmethod
    def of(cls, key: Key, width: float, size: float) -> "_KeyRows":
        widths = [ems(name) + 3.8 for _, name in key]
        room = _ems(width, size)
        columns = int(room / max(widths, default=room))
        return cls(key, len(key) if sum(widths) <= room else max(1, columns), size)

    @property
    def height(self) -> float:
        rows = ceil(len(self.key) / self.columns) if self.key else 0
        return rows * self.size * _LINE / _POINTS + 0.04 * bool(rows)

    def draw(self, figure: Figure, y: float) -> None:
        figure.legend(
            [mark for mark, _ in self.key],
            [name for _, name in self.key],
            loc="upper left",
            bbox_to_anchor=(0.0, y),
            ncols=self.columns,
            fontsize=self.size,
            borderaxespad=0.1,
            handlelength=1.6,
            columnspacing=1.6,
            labelspacing=0.25,
            labelcolor=INK,
        ).set_in_layout(False)


def _ems(width: float, size: float) -> float:
    return (width - 2 * _MARGIN) * _POINTS / size


def _height(text: str, size: float) -> float:
    return (text.count("\n") + 1) * size * _LINE / _POINTS if text else 0.0
