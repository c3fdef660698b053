"""Who reports to whom: a graph of posts, each pointing to the one above it."""

from typing import TYPE_CHECKING

from scenarios.language.base import PostId
from scenarios.town import Town

if TYPE_CHECKING:
    from networkx import DiGraph


def reporting(town: Town) -> "DiGraph[PostId]":
    """Return an edge from each post to the one that commands it.

    A post reports to its unit's chief; the chief, to whoever commands the unit; and
    everybody else to the lead of the unit, if it has no chief. A broken structure may
    lead round in a circle or nowhere.
    """
    from networkx import DiGraph  # noqa: PLC0415  not needed to read a scenario

    graph: DiGraph[PostId] = DiGraph()
    graph.add_nodes_from(town.posts)
    for post in town.posts:
        above = superior(town, post)
        if above is not None:
            graph.add_edge(post, above)
    return graph


def superior(town: Town, post: PostId) -> PostId | None:
    """Return the post to which another reports; the head reports to nobody."""
    if post == town.leader:
        return None
    unit = town.units[town.posts[post].unit]
    if unit.chief not in {None, post}:
        return unit.chief
    return town.lead_of_post(post)


def levels(town: Town, graph: "DiGraph[PostId]") -> int:
    """Return how many posts the longest way to the head of the town has."""
    from networkx import single_source_shortest_path_length  # noqa: PLC0415

    if town.leader is None:
        return 0
    down = graph.reverse(copy=False)
    return 1 + max(single_source_shortest_path_length(down, town.leader).values())
