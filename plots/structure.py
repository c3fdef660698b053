"""Who commands what: the head, the leads, their units, and the titles left over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from plots.page import Sheet, page
from plots.study import Study
from plots.style import BODY, INK, MUTED, PAPER, SMALL, embolden
from plots.texts import shortened
from scenarios import Town
from scenarios.language.base import PostId
from scenarios.language.people import Control
from scenarios.language.structure import Unit
from scenarios.words import Words

_ROW = 0.4
"""Inches that a unit takes."""
_COLUMNS = ((0.0, 1.15), (1.45, 1.75), (3.5, 2.85))
"""Left edge and width, in inches, of the boxes of head, leads and units."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A box of one or two lines."""

    column: int
    y: float
    first: str
    second: str
    dashed: bool = False
    quiet: bool = False


def chart(study: Study, words: Words) -> Figure:
    """Draw the structure as a tree from left to right."""
    town = study.town
    groups = _groups(town)
    rows = sum(map(len, groups.values()))
    figure = page(
        Sheet(
            title=words("charts.structure.title", design=words.name(town.name)),
            caption=_caption(town, words),
        ),
        height=_ROW * max(rows, 1) + 0.1,
    )
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.set_xlim(-0.05, 6.4)
    axes.set_ylim(max(rows, 1), 0)
    head = _Box(0, max(rows, 1) / 2, _head(town, words), "")
    _draw(axes, head, strong=True)
    for lead, units in _placed(groups):
        _draw_group(axes, town, words, head, (lead, units))
    return figure


def _groups(town: Town) -> Mapping[PostId | None, tuple[Unit, ...]]:
    """Return the units by lead: leads in the order of the file, titles' units last."""
    found: dict[PostId | None, list[Unit]] = {lead: [] for lead in town.leads}
    left_over: list[Unit] = []
    for unit in town.units.values():
        if unit.operates:
            found.setdefault(town.lead_of_unit(unit.id), []).append(unit)
        else:
            left_over.append(unit)
    groups = {lead: tuple(units) for lead, units in found.items() if units}
    if left_over:
        groups[_TITLES_ONLY] = tuple(left_over)
    return groups


_TITLES_ONLY = ""
"""Stands in the lead's place for units that carry titles only."""


def _placed(
    groups: Mapping[PostId | None, tuple[Unit, ...]],
) -> Iterator[tuple[PostId | None, tuple[tuple[float, Unit], ...]]]:
    row = 0
    for lead, units in groups.items():
        yield lead, tuple((row + n + 0.5, unit) for n, unit in enumerate(units))
        row += len(units)


def _draw_group(
    axes: Axes,
    town: Town,
    words: Words,
    head: _Box,
    group: tuple[PostId | None, tuple[tuple[float, Unit], ...]],
) -> None:
    lead, units = group
    middle = (units[0][0] + units[-1][0]) / 2
    lead_box = _lead_box(town, words, lead, middle)
    if lead != _TITLES_ONLY:
        _join(axes, head, lead_box)
    _draw(axes, lead_box, strong=lead != _TITLES_ONLY)
    for y, unit in units:
        box = _unit_box(town, words, unit, y)
        _join(axes, lead_box, box)
        _draw(axes, box)


def _lead_box(town: Town, words: Words, lead: PostId | None, y: float) -> _Box:
    if lead == _TITLES_ONLY:
        text = words("charts.structure.titles_only")
        return _Box(1, y, text, "", dashed=True, quiet=True)
    if lead is None or lead == town.leader:
        return _Box(1, y, words("charts.structure.directly"), "")
    name = words.name(town.posts[lead].name)
    modules = [
        words.name(one.name) for one in town.modules.values() if one.lead == lead
    ]
    if modules:
        module = words("charts.list_separator").join(modules)
        return _Box(1, y, module, words("charts.structure.led_by", lead=name))
    return _Box(1, y, name, words("charts.structure.in_charge"))


def _unit_box(town: Town, words: Words, unit: Unit, y: float) -> _Box:
    name = words.name(unit.name)
    if not unit.operates:
        titles = words(
            "charts.structure.titles",
            chiefs=unit.titles.mid_chief,
            deputies=unit.titles.mid_deputy,
        )
        return _Box(2, y, name, titles, dashed=True, quiet=True)
    posts = town.posts_of_unit[unit.id]
    counts = words(
        "charts.structure.counts",
        posts=len(posts),
        seats=sum(town.posts[post].seats for post in posts),
    )
    if unit.control is not Control.TOWN:
        counts += words("charts.structure.not_the_towns")
    elif unit.module is not None and unit.in_charge is not None:
        assisting = words.name(town.posts[unit.in_charge].name)
        counts += words("charts.structure.assisted_by", lead=assisting)
    return _Box(2, y, name, counts, quiet=unit.control is not Control.TOWN)


def _draw(axes: Axes, box: _Box, *, strong: bool = False) -> None:
    left, width = _COLUMNS[box.column]
    tall = 0.78
    axes.add_patch(
        FancyBboxPatch(
            (left, box.y - tall / 2),
            width,
            tall,
            boxstyle="square,pad=0",
            facecolor="white" if box.quiet else PAPER,
            edgecolor=MUTED if box.quiet else INK,
            linestyle=(0, (3, 2)) if box.dashed else "solid",
            linewidth=0.9 if strong else 0.6,
        )
    )
    room = width * 72 - 8
    middle = left + width / 2
    lift = 0.18 if box.second else 0.0
    first = axes.text(
        middle, box.y - lift, shortened(box.first, room / BODY),
        ha="center", va="center_baseline", size=BODY,
    )  # fmt: skip
    if strong:
        embolden(first, 0.3)
    axes.text(
        middle, box.y + 0.19, shortened(box.second, room / (SMALL - 0.5)),
        ha="center", va="center_baseline", size=SMALL - 0.5, color=MUTED,
    )  # fmt: skip


def _join(axes: Axes, upper: _Box, lower: _Box) -> None:
    left, width = _COLUMNS[upper.column]
    begin, end = left + width, _COLUMNS[lower.column][0]
    bend = end - 0.16
    axes.plot(
        [begin, bend, bend, end],
        [upper.y, upper.y, lower.y, lower.y],
        color=MUTED,
        lw=0.6,
        zorder=0,
    )


def _head(town: Town, words: Words) -> str:
    if town.leader is None:
        return words("charts.structure.no_head")
    return words.name(town.posts[town.leader].name)


def _caption(town: Town, words: Words) -> str:
    operating = [unit for unit in town.units.values() if unit.operates]
    return words(
        "charts.structure.caption",
        units=len(operating),
        posts=len(town.posts),
        seats=sum(post.seats for post in town.posts.values()),
        layers=words("charts.structure.arrow").join(
            words(f"charts.layer.{layer}") for layer in town.layers
        ),
    )
