"""Between which leads people are fought over, a matrix for each design."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from plots.clash_pairs import Pairs, leads_caption, leads_of, pairs_of
from plots.page import Sheet, page
from plots.study import Study
from plots.style import BODY, INK, MUTED, RULE, SMALL, TINY, WIDTH, embolden
from plots.texts import ems, shortened, shortened_apart
from scenarios.language.base import PostId
from scenarios.words import Words
from simulation.summary import Measure

_COLUMNS = 2
_CELL = 0.2
"""Inches of a cell, about."""
_NAMES = 7.0
"""Cells' worth of room for the names before the rows."""
_NAME_EMS = 13.0
"""Most ems of a name there."""
_SHADES = LinearSegmentedColormap.from_list(
    "shades", ["#FFFFFF", "#CFE1F2", "#6BAED6", "#08519C"]
)


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw the matrices on one scale of shades."""
    pairs = [pairs_of(study) for study in studies]
    known = [one for each in pairs for one in each.values()]
    leads = [leads_of(*one) for one in zip(studies, pairs, strict=True)]
    sizes = [len(one) for one in leads]
    columns = max(1, min(_COLUMNS, len(studies)))
    rows = [max([3, *sizes[n : n + columns]]) for n in range(0, len(sizes), columns)]
    figure = page(
        Sheet(
            title=words("charts.clashes_by_leads.title"),
            caption=leads_caption(studies, pairs, leads, words),
        ),
        height=sum(most * _CELL + 0.18 for most in rows) + 0.5,
    )
    shades = ScalarMappable(_scale(known), _SHADES)
    panels = figure.subplots(
        len(rows) or 1, columns, squeeze=False, height_ratios=rows or None
    )
    for most, row in zip(rows, panels, strict=False):
        for axes in row:
            _blank(axes, most, max([3, *sizes]))
    size = _points_of_cell(columns, max([3, *sizes]))
    shown = zip(panels.ravel().tolist(), studies, leads, pairs, strict=False)
    for axes, study, those, each in shown:
        _name(axes, study, those, words)
        _matrix(axes, those, each, shades, size)
    if any(sizes):
        _bar(figure, panels.ravel().tolist(), shades, words)
    return figure


def _points_of_cell(columns: int, most: int) -> float:
    """Return the side of a cell in points, as high and wide as there is room."""
    return 72 * min(_CELL, WIDTH / columns / (_NAMES + most))


def _scale(known: Sequence[Measure]) -> Normalize:
    return Normalize(0, max([one.mean for one in known] + [1.0]))


def _blank(axes: Axes, rows: int, columns: int) -> None:
    """Prepare a panel whose cells have the same size as those of the others."""
    axes.set_axis_off()
    axes.set_xlim(-_NAMES, columns - 0.5)
    axes.set_ylim(rows - 0.4, -0.6)
    axes.set_aspect("equal", anchor="NW")


def _bar(
    figure: Figure, panels: Sequence[Axes], shades: ScalarMappable, words: Words
) -> None:
    bar = figure.colorbar(
        shades, ax=panels, location="bottom", aspect=60, shrink=0.6, pad=0.02
    )
    bar.set_label(words("charts.clashes_by_leads.axis"))
    bar.outline.set_visible(False)


def _name(axes: Axes, study: Study, leads: Sequence[PostId], words: Words) -> None:
    """Name the design and its leads, or say that nobody clashes."""
    title = shortened(words.name(study.town.name), 24)
    embolden(axes.set_title(title, size=BODY, loc="left"), 0.3)
    if not leads:
        none = words("charts.clashes_by_leads.none")
        axes.text(-_NAMES, 0.5, none, size=SMALL)
    names = [words.name(study.town.posts[lead].name) for lead in leads]
    for y, name in enumerate(shortened_apart(names, _NAME_EMS)):
        axes.text(-1.3, y, name, size=TINY, ha="right", va="center")


def _matrix(
    axes: Axes,
    leads: Sequence[PostId],
    pairs: Pairs,
    shades: ScalarMappable,
    size: float,
) -> None:
    """Draw the lower triangle; a lead's number heads its column."""
    for y, lead in enumerate(leads):
        for x in (-0.9, y) if y < len(leads) - 1 else (-0.9,):
            number_ = f"{y + 1}"
            axes.text(x, y, number_, size=TINY, ha="center", va="center", color=MUTED)
        for x in range(y):
            _cell(axes, (x, y), pairs.get(frozenset({leads[x], lead})), shades, size)


def _cell(
    axes: Axes,
    at: tuple[int, int],
    value: Measure | None,
    shades: ScalarMappable,
    size: float,
) -> None:
    """Draw a cell with its number in it; a pair that never clashed is a dash."""
    x, y = at
    text = "—" if value is None else _short(value.mean)
    level = 0.0 if value is None else value.mean / (shades.get_clim()[1] or 1.0)
    axes.add_patch(
        Rectangle(
            (x - 0.5, y - 0.5), 1, 1, facecolor=_SHADES(level), edgecolor=RULE, lw=0.5
        )
    )
    axes.text(
        x,
        y,
        text,
        ha="center",
        va="center",
        size=min(TINY - 0.5, 0.92 * size / ems(text)),
        color="white" if level > 0.6 else INK,
    )


def _short(mean: float) -> str:
    """Return a number that fits a cell."""
    if mean < 0.05:
        return "<0.1"
    return f"{mean:.0f}" if mean >= 9.95 else f"{mean:.1f}"
