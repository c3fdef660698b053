"""Who gets promoted within ten years: chances by cohort."""

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from plots.dots import dots_of, gaps, row, ruled_rows, shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.values import caption, subjects
from scenarios.words import Words

_MEASURE = "promotion_opportunity_10y"
_ROW = 0.3
_NAMED = (
    "to_30", "31_to_40", "41_to_50", "from_51",
    "civil_servant", "institution_staff", "women", "men",
)  # fmt: skip
"""Cohorts that the catalogue has a name for."""


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a row a cohort."""
    cohorts = subjects(studies, _MEASURE, "cohort")
    of = [f"cohort:{cohort}" for cohort in cohorts]
    figure = page(
        Sheet(
            title=words("charts.promotion_by_cohort.title"),
            caption=caption(
                words,
                shown_measures(studies, _MEASURE, of),
                gaps=gaps(studies, _MEASURE, of),
            ),
            key=designs_key(studies, words),
        ),
        height=_ROW * max(len(cohorts), 3) + 0.6,
    )
    axes = figure.add_subplot()
    ruled_rows(axes, [_name(cohort, words) for cohort in cohorts])
    for y, subject in enumerate(of):
        row(axes, y, dots_of(studies, _MEASURE, subject))
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol="%"))
    axes.set_xlim(0, 1)
    axes.set_xlabel(words("charts.promotion_by_cohort.axis"))
    return figure


def _name(cohort: str, words: Words) -> str:
    return words(f"charts.cohort.{cohort}") if cohort in _NAMED else cohort
