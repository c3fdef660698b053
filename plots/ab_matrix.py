"""Who holds what: posts by people, A filled, B open, by lead.

People stand in the order of the posts they hold, so that a town in which everybody
serves one lead shows as a diagonal, and whoever serves two stands out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from plots.page import Key, Sheet, page
from plots.study import Study
from plots.style import ACCENT, BLOCK, INK, MUTED, RULE, SMALL, TINY, embolden
from plots.texts import ems, shortened, shortened_apart
from scenarios import Assignment, Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.words import Words

_CELL = 0.125
"""Inches that a row or a column takes."""
_NAMES = 22.0
"""Most ems of a post's name."""


def chart(study: Study, words: Words) -> Figure:
    """Draw the matrix of posts and people."""
    grid = _Grid.of(study.town, study.plan)
    labels = shortened_apart(
        [words.name(study.town.posts[post].name) for post in grid.posts], _NAMES
    )
    margin = max(map(ems, labels), default=4) * TINY / 72 + 1.7
    figure = page(
        Sheet(
            title=words("charts.ab_matrix.title", design=words.name(study.town.name)),
            caption=_caption(study, grid, words),
            key=_key(words),
        ),
        width=max(6.5, len(grid.people) * _CELL + margin),
        height=len(grid.posts) * _CELL + 1.5,
    )
    axes = figure.add_subplot()
    _frame(axes, study.town, grid, labels)
    _blocks(axes, study.town, grid, words)
    _marks(axes, study.plan, grid)
    return figure


@dataclass(frozen=True, slots=True)
class _Grid:
    """The order of rows and columns, and whom each person serves at home."""

    posts: tuple[PostId, ...]
    people: tuple[PersonId, ...]
    lead: Mapping[PostId, PostId | None]
    home: Mapping[PersonId, PostId | None]

    @classmethod
    def of(cls, town: Town, plan: Plan) -> "_Grid":
        lead = {post: town.lead_of_post(post) or town.leader for post in town.posts}
        leads = list(dict.fromkeys([town.leader, *town.leads, *lead.values()]))
        units = list(town.units)
        posts = sorted(
            town.posts,
            key=lambda post: (
                leads.index(lead[post]),
                units.index(town.posts[post].unit),
            ),
        )
        rows = {post: row for row, post in enumerate(posts)}
        first = {
            person: _first_row(plan, person, rows)
            for person in town.people
            if plan.posts_of(person, Seat.A) or plan.posts_of(person, Seat.B)
        }
        people = sorted(first, key=lambda person: (first[person][1], person))
        home = {person: lead[posts[first[person][1]]] for person in people}
        return cls(tuple(posts), tuple(people), lead, home)

    def crosses(self, one: Assignment) -> bool:
        """Whether it serves another lead than the person's own."""
        return self.lead[one.post] != self.home[one.person]


def _first_row(
    plan: Plan, person: PersonId, rows: Mapping[PostId, int]
) -> tuple[bool, int]:
    """Return whether the person holds only B-posts, and the first row that counts."""
    held = plan.posts_of(person, Seat.A)
    return not held, min(rows[p] for p in held or plan.posts_of(person, Seat.B))


def _frame(axes: Axes, town: Town, grid: _Grid, labels: Sequence[str]) -> None:
    names = shortened_apart([town.people[one].name for one in grid.people], 8)
    axes.set_xlim(-0.5, max(len(names), 1) - 0.5)
    axes.set_ylim(max(len(labels), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(labels)), labels, size=TINY)
    axes.set_xticks(range(len(names)), names, size=TINY, rotation=90)
    axes.tick_params(axis="x", top=True, labeltop=True, length=0, pad=2)
    axes.tick_params(axis="both", labelcolor=INK, length=0)
    for row in range(len(labels)):
        axes.axhline(row, color=RULE, lw=0.35, zorder=0.5)
    for column in range(len(names)):
        axes.axvline(column, color=RULE, lw=0.35, zorder=0.5)
    axes.spines[:].set_visible(False)


def _blocks(axes: Axes, town: Town, grid: _Grid, words: Words) -> None:
    """Shade each lead's own people and posts, and name the lead at the right."""
    for lead in dict.fromkeys(grid.lead[post] for post in grid.posts):
        rows = [n for n, post in enumerate(grid.posts) if grid.lead[post] == lead]
        columns = [n for n, one in enumerate(grid.people) if grid.home[one] == lead]
        axes.axhline(rows[0] - 0.5, color=MUTED, lw=0.6, zorder=1)
        if columns:
            axes.add_patch(
                Rectangle(
                    (columns[0] - 0.5, rows[0] - 0.5),
                    columns[-1] - columns[0] + 1,
                    len(rows),
                    facecolor=BLOCK,
                    zorder=0,
                )
            )
        name = words.name(town.posts[lead].name) if lead else "—"
        text = axes.annotate(
            shortened(name, 18),
            (1, (rows[0] + rows[-1]) / 2),
            xycoords=axes.get_yaxis_transform(),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            size=SMALL,
            annotation_clip=False,
        )
        embolden(text, 0.3)


def _marks(axes: Axes, plan: Plan, grid: _Grid) -> None:
    column = {person: n for n, person in enumerate(grid.people)}
    row = {post: n for n, post in enumerate(grid.posts)}
    for seat in Seat:
        for crossing in (False, True):
            shown = [
                one
                for one in plan
                if one.seat is seat and grid.crosses(one) is crossing
            ]
            colour = ACCENT if crossing else INK
            axes.scatter(
                [column[one.person] for one in shown],
                [row[one.post] for one in shown],
                s=24 if seat is Seat.A else 17,
                marker="s" if seat is Seat.A else "o",
                facecolors=colour if seat is Seat.A else "white",
                edgecolors=colour,
                linewidths=0.9,
                zorder=3,
            )


def _key(words: Words) -> Key:
    kinds = (
        ("a", "s", INK, INK),
        ("b", "o", "white", INK),
        ("a_crossing", "s", ACCENT, ACCENT),
        ("b_crossing", "o", "white", ACCENT),
    )
    return [
        (
            Line2D([], [], ls="", marker=mark, mfc=face, mec=edge, ms=5, mew=0.9),
            words(f"charts.ab_matrix.{kind}"),
        )
        for kind, mark, face, edge in kinds
    ]


def _caption(study: Study, grid: _Grid, words: Words) -> str:
    return words(
        "charts.ab_matrix.caption",
        posts=len(grid.posts),
        people=len(grid.people),
        idle=len(study.town.people) - len(grid.people),
        crossing=len({one.person for one in study.plan if grid.crosses(one)}),
    )
