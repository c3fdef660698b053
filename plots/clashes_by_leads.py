"""Between which leads people are fought over, a matrix for each design."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from plots.page import Sheet, page
from plots.study import Study
from plots.style import BODY, INK, MUTED, RULE, SMALL, TINY, embolden
from plots.texts import shortened
from plots.values import caption, found, subjects
from scenarios.language.base import PostId
from scenarios.words import Words
from simulation.summary import Measure

_MEASURE = "clashes"
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

_Pairs = Mapping[frozenset[PostId], Measure]


def chart(studies: Sequence[Study], words: Words) -> Figure:
    """Draw the matrices on one scale of shades."""
    pairs = [_pairs(study) for study in studies]
    known = [one for each in pairs for one in each.values()]
    sizes = [len(_leads(*one)) for one in zip(studies, pairs, strict=True)]
    columns = max(1, min(_COLUMNS, len(studies)))
    rows = [max([3, *sizes[n : n + columns]]) for n in range(0, len(sizes), columns)]
    figure = page(
        Sheet(
            title=words("charts.clashes_by_leads.title"),
            caption=caption(words, known, key="means"),
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
    shown = zip(panels.ravel().tolist(), studies, pairs, strict=False)
    for axes, study, each in shown:
        _matrix(axes, study, each, shades, words)
    _bar(figure, panels.ravel().tolist(), shades, words)
    return figure


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


def _pairs(study: Study) -> _Pairs:
    return {
        frozenset(pair.split("+")): one
        for pair in subjects([study], _MEASURE, "leads")
        if (one := found(study, _MEASURE, f"leads:{pair}")) is not None
    }


def _leads(study: Study, pairs: _Pairs) -> tuple[PostId, ...]:
    """Return the leads with a clash, in the order of the file."""
    named = frozenset().union(*pairs)
    return tuple(post for post in study.town.posts if post in named)


def _matrix(
    axes: Axes, study: Study, pairs: _Pairs, shades: ScalarMappable, words: Words
) -> None:
    """Draw the lower triangle; a lead's number heads its column."""
    leads = _leads(study, pairs)
    title = shortened(words.name(study.town.name), 24)
    embolden(axes.set_title(title, size=BODY, loc="left"), 0.3)
    if not leads:
        none = words("charts.clashes_by_leads.none")
        axes.text(-_NAMES, 0.5, none, size=SMALL)
    for y, lead in enumerate(leads):
        name = shortened(words.name(study.town.posts[lead].name), _NAME_EMS)
        axes.text(-1.3, y, name, size=TINY, ha="right", va="center")
        for x in (-0.9, y) if y < len(leads) - 1 else (-0.9,):
            number_ = f"{y + 1}"
            axes.text(x, y, number_, size=TINY, ha="center", va="center", color=MUTED)
        for x in range(y):
            _cell(axes, x, y, pairs.get(frozenset({leads[x], lead})), shades)


def _cell(
    axes: Axes, x: int, y: int, value: Measure | None, shades: ScalarMappable
) -> None:
    """Draw a cell with its number; a pair that never clashed is a dash."""
    level = 0.0 if value is None else value.mean / (shades.get_clim()[1] or 1.0)
    axes.add_patch(
        Rectangle(
            (x - 0.5, y - 0.5), 1, 1, facecolor=_SHADES(level), edgecolor=RULE, lw=0.5
        )
    )
    axes.text(
        x,
        y,
        "—" if value is None else _short(value.mean),
        ha="center",
        va="center",
        size=TINY - 0.5,
        color="white" if level > 0.6 else INK,
    )


def _short(mean: float) -> str:
    """Return a number that fits a cell."""
    return f"{mean:,.0f}" if mean >= 9.95 else f"{mean:.1f}"
