"""Whom a design gives more, and whom it takes something: a ledger by person."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from plots.chart import Differences
from plots.dots import dodge, ruled_rows
from plots.looks import Look, looks
from plots.page import Sheet, designs_key, page
from plots.study import Study
from plots.style import INK
from plots.texts import shortened_apart
from plots.values import caption, reach
from scenarios.language.base import PersonId
from scenarios.words import Words
from simulation.summary import Key, Measure

_MEASURES = ("seat_years", "rises")
_MOST = 12
"""How many winners, and how many losers, are shown."""
_ROW = 0.19


def chart(studies: Sequence[Study], differences: Differences, words: Words) -> Figure:
    """Draw a row a person: those who lose the most on top, who win the most below."""
    people = _furthest(differences)
    shown = [
        one
        for each in differences.values()
        for measure in _MEASURES
        for person in people
        if (one := each.get((measure, f"person:{person}"))) is not None
    ]
    base = words.name(studies[0].town.name) if studies else "—"
    figure = page(
        Sheet(
            title=words("charts.winners_and_losers.title", base=base),
            caption=caption(words, shown, key="ledger"),
            key=designs_key(studies, words)[1:],
        ),
        height=_ROW * max(len(people), 3) + 0.6,
    )
    labels = shortened_apart([_name(studies, person) for person in people], 8)
    for number, measure in enumerate(_MEASURES):
        axes = figure.add_subplot(1, len(_MEASURES), number + 1)
        ruled_rows(axes, labels if number == 0 else [""] * len(labels))
        axes.axvline(0, color=INK, lw=0.8, zorder=1)
        for place, (study, look) in enumerate(looks(studies)[1:]):
            there = differences.get(study.town.id, {})
            shift = dodge(place, len(studies) - 1, 0.5)
            _marks(axes, measure, people, there, (look, shift))
        axes.set_xlabel(words(f"charts.winners_and_losers.{measure}"))
    return figure


def _marks(
    axes: Axes,
    measure: str,
    people: Sequence[PersonId],
    differences: Mapping[Key, Measure],
    how: tuple[Look, float],
) -> None:
    look, shift = how
    for y, person in enumerate(people):
        one = differences.get((measure, f"person:{person}"))
        if one is not None:
            sure = abs(one.mean) > reach(one)
            axes.errorbar(
                one.mean, y + shift, xerr=reach(one), fmt=look.marker,
                color=look.colour, mfc=look.colour if sure else "white", ms=3.2,
                mew=0.8, lw=0.9,
            )  # fmt: skip


def _furthest(differences: Differences) -> tuple[PersonId, ...]:
    """Return who loses and wins the most years in a seat under any design."""
    found: dict[PersonId, float] = {}
    for each in differences.values():
        for (measure, of), one in each.items():
            if measure == _MEASURES[0]:
                person = of.partition(":")[2]
                if abs(one.mean) >= abs(found.get(person, 0.0)):
                    found[person] = one.mean
    ordered = sorted(found, key=lambda person: (found[person], person))
    if len(ordered) <= 2 * _MOST:
        return tuple(ordered)
    return (*ordered[:_MOST], *ordered[-_MOST:])


def _name(studies: Sequence[Study], person: PersonId) -> str:
    for study in studies:
        if person in study.town.people:
            return study.town.people[person].name
    return person
