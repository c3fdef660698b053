"""How busy each person is, design beside design."""

from collections.abc import Sequence
from math import ceil

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from plots.dots import dots_of, gaps, row, ruled_rows, shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.style import INK
from plots.texts import shortened_apart
from plots.values import alike, caption, found, reach, subjects
from scenarios.language.base import PersonId
from scenarios.words import Words

_MEASURE = "utilisation"
_COLUMNS = 3
_FEWEST_ROWS = 12
"""A column is filled so far before the next is begun."""
_ROW = 0.16


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw people in columns, the busiest in the first design first."""
    people = _busiest_first(studies)
    rows = max(_FEWEST_ROWS, ceil(len(people) / _COLUMNS))
    columns = max(1, ceil(len(people) / rows))
    subject = [f"person:{person}" for person in people]
    figure = page(
        Sheet(
            title=words("charts.load_by_person.title"),
            caption=caption(
                words,
                shown_measures(studies, _MEASURE, subject),
                gaps=gaps(studies, _MEASURE, subject),
                alike=alike(studies, _MEASURE, subject),
            ),
            key=designs_key(studies, words),
        ),
        height=_ROW * min(rows, max(len(people), 4)) + 0.6,
    )
    all_axes = figure.subplots(1, columns, sharex=True, squeeze=False)[0]
    for place, axes in enumerate(all_axes):
        _column(axes, studies, people[place * rows : (place + 1) * rows], rows)
    all_axes[columns // 2].set_xlabel(words("charts.load_by_person.axis"))
    return figure


def _column(
    axes: Axes, studies: Sequence[Study], people: Sequence[PersonId], rows: int
) -> None:
    names = {person: one.name for study in studies
             for person, one in study.town.people.items()}  # fmt: skip
    labels = shortened_apart([names.get(person, person) for person in people], 8)
    ruled_rows(axes, labels)
    axes.set_ylim(min(rows, max(len(people), 4)) - 0.4, -0.6)
    axes.axvline(1, color=INK, lw=0.8, zorder=1)
    for y, person in enumerate(people):
        row(axes, y, dots_of(studies, _MEASURE, f"person:{person}"))
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol="%"))
    axes.set_xlim(0, _most(studies))


def _busiest_first(studies: Sequence[Study]) -> tuple[PersonId, ...]:
    def load(person: PersonId) -> float:
        values = (found(study, _MEASURE, f"person:{person}") for study in studies)
        return next((one.mean for one in values if one), 0.0)

    people = subjects(studies, _MEASURE, "person")
    return tuple(sorted(people, key=lambda person: (-load(person), person)))


def _most(studies: Sequence[Study]) -> float:
    """Return the end of the axis: full time at least."""
    ends = [
        one.mean + reach(one)
        for study in studies
        for person in subjects([study], _MEASURE, "person")
        if (one := found(study, _MEASURE, f"person:{person}"))
    ]
    return max([1.05, *(1.04 * end for end in ends)])
