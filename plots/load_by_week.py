"""When in the year the town is busy: utilisation, work left open and waits by week."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from plots.dots import shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.values import alike, caption
from plots.week_lines import months, week_lines, weeks_of
from scenarios.words import Words

_PANELS = (("utilisation", 100.0), ("open_at_week_end", 1.0), ("waiting_hours", 1.0))
"""The measures, and what each is multiplied with for its axis."""


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a panel for each measure, with a line and its band for each design."""
    open_weeks = weeks_of(studies, "open_at_week_end")
    known = [
        one
        for measure, _ in _PANELS
        for one in shown_measures(studies, measure, weeks_of(studies, measure))
    ]
    same = alike(studies, "open_at_week_end", open_weeks)
    figure = page(
        Sheet(
            title=words("charts.load_by_week.title"),
            caption=caption(words, known, key="bands", alike=same),
            key=designs_key(studies, words),
        ),
        height=5.0,
    )
    panels = figure.subplots(len(_PANELS), sharex=True, squeeze=False)[:, 0]
    for axes, (measure, factor) in zip(panels, _PANELS, strict=True):
        week_lines(axes, studies, measure, factor=factor)
        axes.set_ylabel(words(f"charts.load_by_week.{measure}"))
        months(axes, words)
    figure.align_ylabels()
    return figure
