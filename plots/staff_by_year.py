"""Who is there year by year: by age and rank, and how many retire."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from plots.page import Sheet, page
from plots.study import Study
from plots.style import INK, RULE, SMALL, TINY
from plots.texts import shortened_apart
from plots.values import caption, found
from plots.years import parts_of, years_of
from scenarios.words import Words
from simulation.summary import Measure

_ROW = 0.19
_NAME_EMS = 15.0
_SHADES = LinearSegmentedColormap.from_list(
    "shades", ["#FFFFFF", "#CFE1F2", "#6BAED6", "#08519C"]
)
_RETIRE = "retirements_in_year"

Row = tuple[str, str, str]
"""A name, a measure, and into what a year is split."""


def chart(study: Study, words: Words) -> Figure:
    """Draw a table of shades: a column a year, a row an age band or a rung."""
    years = years_of([study], "people")
    rows = _rows(study, words)
    known = [
        one
        for _, measure, part in rows
        for year in years
        if (one := found(study, measure, _of(year, part))) is not None
    ]
    figure = page(
        Sheet(
            title=words(
                "charts.staff_by_year.title", design=words.name(study.town.name)
            ),
            caption=caption(words, known, key="counts"),
        ),
        height=_ROW * (len(rows) + 2) + 0.3,
    )
    axes = figure.add_subplot()
    _frame(axes, [name for name, _, _ in rows], years)
    most = _most(rows, known)
    for y, (_, measure, part) in enumerate(rows):
        for x, year in enumerate(years):
            value = found(study, measure, _of(year, part))
            _cell(axes, (x, y), value, most[measure])
    return figure


def _rows(study: Study, words: Words) -> list[Row]:
    """Return the rows: all, by age, by rung, and those who retire."""
    rungs = {
        rung.id: words.name(rung.name)
        for ladder in study.town.ladders.values()
        for rung in ladder.rungs.values()
    }
    parts = parts_of([study], "people")
    named = [
        (rungs[part] if part in rungs else words(f"cohorts.{part}"), "people", part)
        for part in parts
    ]
    everybody = words("charts.staff_by_year.all")
    retire = words("charts.staff_by_year.retire")
    return [(everybody, "people", ""), *named, (retire, _RETIRE, "")]


def _most(rows: Sequence[Row], known: Sequence[Measure]) -> dict[str, float]:
    """Return the darkest value of each measure; that of all people doesn't count."""
    found_: dict[str, float] = {measure: 1.0 for _, measure, _ in rows}
    for one in known:
        if "+" in one.of or one.measure == _RETIRE:
            found_[one.measure] = max(found_[one.measure], one.mean)
    return found_


def _frame(axes: Axes, names: Sequence[str], years: Sequence[int]) -> None:
    axes.set_xlim(-0.5, max(1, len(years)) - 0.5)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), shortened_apart(names, _NAME_EMS))
    axes.set_xticks(range(len(years)), [str(year) for year in years], size=TINY)
    axes.tick_params(axis="x", length=0, top=True, labeltop=True, labelbottom=False)
    axes.tick_params(axis="y", labelsize=SMALL)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _cell(axes: Axes, at: tuple[int, int], value: Measure | None, most: float) -> None:
    x, y = at
    level = 0.0 if value is None else min(1.0, value.mean / most)
    whole = y == 0
    axes.add_patch(
        Rectangle(
            (x - 0.5, y - 0.5),
            1,
            1,
            facecolor="white" if whole else _SHADES(level),
            edgecolor=RULE,
            lw=0.5,
        )
    )
    text = "—" if value is None else f"{value.mean:.1f}"
    colour = "white" if level > 0.6 and not whole else INK
    axes.text(x, y, text, size=TINY, ha="center", va="center", color=colour)


def _of(year: int, part: str) -> str:
    return f"year:{year}+{part}" if part else f"year:{year}"
