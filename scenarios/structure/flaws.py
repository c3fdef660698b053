"""What is broken in a structure: circles, ways that end, commands over oneself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenarios.language.structure import UnitKind
from scenarios.town import Town

if TYPE_CHECKING:
    from networkx import DiGraph

    from scenarios.language.base import PostId


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing broken.

    Parameters
    ----------
    key
        Which text: ``structure.flaw.<key>``.
    about
        What it is about, in order: ``post:mayor``, ``unit:hall``.
    """

    key: str
    about: tuple[str, ...] = ()


def flaws(town: Town, graph: "DiGraph[PostId]") -> Iterator[Flaw]:
    """Yield what is broken in the structure, the head of the town first."""
    yield from _head(town)
    yield from _circles(graph)
    yield from _leads(town)
    yield from _orphan_posts(town, graph)
    yield from _orphan_units(town)


def _head(town: Town) -> Iterator[Flaw]:
    if town.leader is None:
        yield Flaw("nobody_on_top")
    elif not town.units[town.posts[town.leader].unit].operates:
        yield Flaw("head_of_idle_unit", (f"post:{town.leader}",))


def _circles(graph: "DiGraph[PostId]") -> Iterator[Flaw]:
    from networkx import simple_cycles  # noqa: PLC0415

    for circle in simple_cycles(graph):
        yield Flaw("circle", tuple(f"post:{post}" for post in circle))


def _leads(town: Town) -> Iterator[Flaw]:
    """Yield units that one of their own commands, and modules led from nowhere."""
    for unit in town.units.values():
        lead = town.lead_of_unit(unit.id)
        own = unit.operates and unit.kind is not UnitKind.LEADERSHIP
        if own and lead is not None and town.posts[lead].unit == unit.id:
            yield Flaw("unit_leads_itself", (f"unit:{unit.id}", f"post:{lead}"))
    for module in town.modules.values():
        post = town.posts[module.lead]
        if not town.units[post.unit].operates or post.seats == 0:
            yield Flaw("idle_lead", (f"module:{module.id}", f"post:{post.id}"))


def _orphan_posts(town: Town, graph: "DiGraph[PostId]") -> Iterator[Flaw]:
    """Yield posts whose way up doesn't end at the head, and posts of idle units."""
    from networkx import ancestors  # noqa: PLC0415

    if town.leader is not None:
        within = ancestors(graph, town.leader) | {town.leader}
        lost = [post for post in town.posts if post not in within]
        if lost:
            yield Flaw("post_outside", tuple(f"post:{post}" for post in lost))
    idle = [
        post.id for post in town.posts.values() if not town.units[post.unit].operates
    ]
    if idle:
        yield Flaw("post_of_idle_unit", tuple(f"post:{post}" for post in idle))


def _orphan_units(town: Town) -> Iterator[Flaw]:
    operating = [unit.id for unit in town.units.values() if unit.operates]
    found = {
        "unit_without_posts": [u for u in operating if not town.posts_of_unit[u]],
        "unit_without_lead": [u for u in operating if town.lead_of_unit(u) is None],
    }
    for key, units in found.items():
        if units:
            yield Flaw(key, tuple(f"unit:{unit}" for unit in units))
