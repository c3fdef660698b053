"""Keys with other things in some of their places."""

from collections.abc import Mapping

from scenarios.reading.known import Location
from scenarios.reading.nodes import Items, Keys, Node

Edits = dict[Location, Node | None]
"""What comes in the place of what stands somewhere; ``None``: nothing."""


def edited(root: Keys, edits: Mapping[Location, Node | None]) -> Keys:
    """Return keys with other things in the places that paths lead to."""
    entries = dict(root.entries)
    for key, below in _by_first_part(edits).items():
        made = _edited(entries.get(str(key)), below)
        if made is None:
            entries.pop(str(key), None)
        else:
            entries[str(key)] = made
    return Keys(entries, root.place, root.key_places)


def _edited(node: Node | None, edits: Edits) -> Node | None:
    if () in edits:
        return edits[()]
    match node:
        case Keys():
            return edited(node, edits)
        case Items(items=items):
            below = _by_first_part(edits)
            parts = (_edited(one, below.get(at, {})) for at, one in enumerate(items))
            return Items(tuple(one for one in parts if one is not None), node.place)
        case _:
            return node


def _by_first_part(edits: Mapping[Location, Node | None]) -> dict[str | int, Edits]:
    below: dict[str | int, Edits] = {}
    for path, node in edits.items():
        if path:
            below.setdefault(path[0], {})[path[1:]] = node
    return below
