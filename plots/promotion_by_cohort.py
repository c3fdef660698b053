"""Who gets promoted within ten years: chances by cohort."""

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from plots.dots import dots_of, gaps, row, ruled_rows, shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.values import caption, subjects
from scenarios.words import Words

_MEASURES = ("promotion_opportunity_10y", "mid_level_opportunity_10y")
_ROW = 0.3


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a row a cohort: promotion of any kind, and a mid-level seat, beside it."""
    cohorts = subjects(studies, _MEASURES[0], "cohort")
    of = [f"cohort:{cohort}" for cohort in cohorts]
    shown = [one for name in _MEASURES for one in shown_measures(studies, name, of)]
    missing = sum(gaps(studies, name, of) for name in _MEASURES)
    figure = page(
        Sheet(
            title=words("charts.promotion_by_cohort.title"),
            caption=caption(words, shown, gaps=missing),
            key=designs_key(studies, words),
        ),
        height=_ROW * max(len(cohorts), 3) + 0.6,
    )
    labels = [words(f"cohorts.{cohort}") for cohort in cohorts]
    for number, measure in enumerate(_MEASURES):
        axes = figure.add_subplot(1, len(_MEASURES), number + 1)
        ruled_rows(axes, labels if number == 0 else [""] * len(labels))
        for y, subject in enumerate(of):
            row(axes, y, dots_of(studies, measure, subject))
        axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol="%"))
        axes.set_xlim(0, 1)
        axes.set_xlabel(words(f"measures.{measure}.name"))
    return figure
