"""The first parts of a report: the town, and the designs beside each other."""

from collections import Counter
from collections.abc import Callable, Sequence

from bianping.report.table import Cell, Table, table
from plots import Study
from scenarios import Town
from scenarios.language.matters import MatterList
from scenarios.language.people import Identity
from scenarios.language.posts import CountsAs
from scenarios.language.structure import UnitKind
from scenarios.words import Words


def staff_table(town: Town, words: Words) -> Table:
    """Return how many people the roster has, by identity."""
    counts = Counter(one.identity for one in town.people.values())
    rows = [
        (words(f"report.identity.{identity}"), str(counts[identity]))
        for identity in Identity
        if counts[identity]
    ]
    rows.append((words("report.total"), str(len(town.people))))
    return _counted(words("report.situation.staff"), rows, words)


def matters_table(town: Town, words: Words) -> Table | None:
    """Return how many matters stand on each list; ``None`` if none are given."""
    counts = Counter(one.list for one in town.matters.values())
    if not counts:
        return None
    rows = [
        (words(f"report.matters.{kind}"), str(counts[kind]))
        for kind in MatterList
        if counts[kind]
    ]
    rows.append((words("report.total"), str(len(town.matters))))
    return _counted(words("report.situation.matters"), rows, words)


def designs_table(studies: Sequence[Study], words: Words) -> Table:
    """Return the structure of the designs, a column each."""
    rows = tuple(
        (
            Cell(words(f"report.designs.{key}")),
            *(Cell(str(count(study.town)), kind="number") for study in studies),
        )
        for key, count in _COUNTS
    )
    layers = tuple(Cell(_layers(study.town, words)) for study in studies)
    people = tuple(
        Cell(str(len({one.person for one in study.plan})), kind="number")
        for study in studies
    )
    return Table(
        words("report.designs.caption"),
        ("", *(words.name(study.town.name) for study in studies)),
        (
            *rows,
            (Cell(words("report.designs.people")), *people),
            (Cell(words("report.designs.layers")), *layers),
        ),
    )


def _operating(town: Town, *kinds: UnitKind) -> int:
    return sum(unit.operates and unit.kind in kinds for unit in town.units.values())


def _chiefs(town: Town) -> int:
    """Count the mid-level chief's seats that are worth something for promotion."""
    titles = sum(
        one.titles.mid_chief for one in town.units.values() if not one.operates
    )
    return titles + sum(
        post.seats for post in town.posts.values() if post.worth is CountsAs.MID_CHIEF
    )


_COUNTS: tuple[tuple[str, Callable[[Town], int]], ...] = (
    ("modules", lambda town: len(town.modules)),
    ("offices", lambda town: _operating(town, UnitKind.OFFICE, UnitKind.TEAM)),
    ("centres", lambda town: _operating(town, UnitKind.CENTRE)),
    ("dispatched", lambda town: _operating(town, UnitKind.DISPATCHED)),
    ("titles_only", lambda town: sum(not one.operates for one in town.units.values())),
    ("leads", lambda town: len(town.leads)),
    ("posts", lambda town: len(town.posts)),
    ("seats", lambda town: sum(post.seats for post in town.posts.values())),
    ("mid_chiefs", _chiefs),
)
"""Rows of the designs' table, in its order."""


def _layers(town: Town, words: Words) -> str:
    names = (words(f"charts.layer.{layer}") for layer in town.layers)
    return words("charts.structure.arrow").join(names)


def _counted(caption: str, rows: Sequence[tuple[str, str]], words: Words) -> Table:
    plain = table(caption, ("", words("report.count")), rows)
    return Table(
        caption,
        plain.head,
        tuple((name, Cell(count.text, kind="number")) for name, count in plain.rows),
    )
