"""How long work waits until somebody begins it, by stream of work."""

from collections.abc import Sequence
from math import log1p

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, NullLocator

from plots.dots import dots_of, gaps, row, ruled_rows, shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.texts import shortened_apart, tick
from plots.values import alike, caption, found, subjects
from scenarios.language.base import StreamId
from scenarios.words import Words
from simulation.summary import Measure

_MEASURE = "waiting_hours"
_ROW = 0.14
_NAMES = 22.0
"""Most ems of a stream's name."""
_LINEAR = 0.5
"""Hours below which a wide axis is linear, so that no wait at all has its place."""
_TICKS = (0, 0.5, 1, 2, 4, 8, 16, 40, 80, 160, 400, 800, 1600, 4000)


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a row a stream, those with the largest change first."""
    streams = _most_changed_first(studies)
    of = [f"stream:{stream}" for stream in streams]
    known = shown_measures(studies, _MEASURE, of)
    figure = page(
        Sheet(
            title=words("charts.waiting_by_stream.title"),
            caption=caption(
                words,
                known,
                gaps=gaps(studies, _MEASURE, of),
                alike=alike(studies, _MEASURE, of),
            ),
            key=designs_key(studies, words),
        ),
        height=_ROW * max(len(streams), 4) + 0.6,
    )
    axes = figure.add_subplot()
    ruled_rows(axes, _names(studies, streams, words))
    for y, subject in enumerate(of):
        row(axes, y, dots_of(studies, _MEASURE, subject))
    _hours(axes, known)
    axes.set_xlabel(words("charts.waiting_by_stream.axis"))
    return figure


def _most_changed_first(studies: Sequence[Study]) -> tuple[StreamId, ...]:
    """Order by the largest ratio to the first design; a change from 0 counts too."""

    def change(stream: StreamId) -> float:
        values = [found(study, _MEASURE, f"stream:{stream}") for study in studies]
        logs = [log1p(max(0.0, one.mean)) for one in values if one]
        return max(abs(one - logs[0]) for one in logs) if logs else 0.0

    streams = subjects(studies, _MEASURE, "stream")
    return tuple(sorted(streams, key=change, reverse=True))


def _names(
    studies: Sequence[Study], streams: Sequence[StreamId], words: Words
) -> list[str]:
    names = {
        stream: words.name(one.name)
        for study in studies
        for stream, one in study.town.work.items()
    }
    return shortened_apart([names.get(stream, stream) for stream in streams], _NAMES)


def _hours(axes: Axes, known: Sequence[Measure]) -> None:
    """Scale the axis: by logarithm where the longest wait is far from the rest."""
    means = sorted(one.mean for one in known)
    most = max([1.0, *means])
    if means and most > 8 * max(means[len(means) // 2], 0.1):
        axes.set_xscale("symlog", linthresh=_LINEAR, linscale=0.6)
        axes.set_xticks([tick for tick in _TICKS if tick <= 1.2 * most])
        axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda hours, _: tick(hours)))
    axes.set_xlim(left=0)
