"""How long decisions wait for each lead."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from plots.dots import dots_of, gaps, row, ruled_rows, shown_measures
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.texts import shortened_apart
from plots.values import alike, caption, subjects
from scenarios.language.base import PostId
from scenarios.words import Words

_MEASURE = "decision_queue_hours"
_ROW = 0.24


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw a row a lead, in the order of the posts."""
    leads = _leads(studies)
    of = [f"lead:{lead}" for lead in leads]
    figure = page(
        Sheet(
            title=words("charts.decision_queue.title"),
            caption=caption(
                words,
                shown_measures(studies, _MEASURE, of),
                gaps=gaps(studies, _MEASURE, of),
                alike=alike(studies, _MEASURE, of),
            ),
            key=designs_key(studies, words),
        ),
        height=_ROW * max(len(leads), 3) + 0.6,
    )
    axes = figure.add_subplot()
    ruled_rows(axes, _names(studies, leads, words))
    for y, subject in enumerate(of):
        row(axes, y, dots_of(studies, _MEASURE, subject))
    axes.set_xlim(left=0)
    axes.set_xlabel(words("charts.decision_queue.axis"))
    return figure


def _leads(studies: Sequence[Study]) -> tuple[PostId, ...]:
    order = [post for study in studies for post in study.town.posts]
    return tuple(sorted(subjects(studies, _MEASURE, "lead"), key=order.index))


def _names(
    studies: Sequence[Study], leads: Sequence[PostId], words: Words
) -> list[str]:
    names = {
        post: words.name(one.name)
        for study in studies
        for post, one in study.town.posts.items()
    }
    return shortened_apart([names[lead] for lead in leads], 18)
