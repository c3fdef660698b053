"""What is left of a faulty scenario without its faulty values, to be checked on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from scenarios.reading.known import Location
from scenarios.reading.nodes import Items, Keys, Node, Scalar
from scenarios.reading.validation import Wrong, validated
from scenarios.town import Town

_TRIES = 6
"""How often values are taken out before it is given up."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A town of the values that are right.

    Parameters
    ----------
    keys
        The keys that are left.
    """

    town: Town
    keys: Keys

    def written(self, path: Location, whole: Keys) -> Location:
        """Return where a path leads in the whole, whose lists may be longer."""
        kept: list[str | int] = []
        node: Node | None = self.keys
        twin: Node | None = whole
        for part in path:
            at = part
            if isinstance(node, Items) and isinstance(twin, Items):
                at = _place_in(twin, node, part)
            node, twin = _inside(node, part), _inside(twin, at)
            kept.append(at)
        return tuple(kept)


def sound_part(root: Keys, scenario: str, wrong: Collection[Wrong]) -> Sound | None:
    """Return the town without anything that is wrong, if there is one.

    A value goes by itself where its entry can be without it, else with its entry.
    """
    left: Node | None = root
    for _ in range(_TRIES):
        left = _without(left, [one.where for one in wrong if not _of_head(one)])
        if not isinstance(left, Keys):
            return None
        head = {"schema": Scalar(1, root.place), "name": Scalar("?", root.place)}
        left = left.with_entries(head)
        found = validated(left, scenario)
        if isinstance(found, Town):
            return Sound(found, left)
        wrong = found
    return None


def _of_head(one: Wrong) -> bool:
    return one.where[:1] in {("schema",), ("name",)}


def _without(node: Node | None, paths: Iterable[Location]) -> Node | None:
    """Return a node without what paths lead to; ``None`` if that is the node itself."""
    below: dict[str | int, list[Location]] = {}
    for path in paths:
        rest = path
        while rest and _inside(node, rest[0]) is None:
            rest = rest[1:]
        if not rest:
            return None
        below.setdefault(rest[0], []).append(rest[1:])
    match node:
        case Keys(entries=entries):
            kept = {
                key: left
                for key, one in entries.items()
                if (left := _without(one, below[key]) if key in below else one)
            }
            return Keys(kept, node.place, node.key_places)
        case Items(items=items):
            parts = (
                _without(one, below[at]) if at in below else one
                for at, one in enumerate(items)
            )
            return Items(tuple(one for one in parts if one), node.place)
        case _:
            return node


def _inside(node: Node | None, part: str | int) -> Node | None:
    match node:
        case Keys(entries=entries):
            return entries.get(str(part))
        case Items(items=items) if isinstance(part, int) and part < len(items):
            return items[part]
        case _:
            return None


def _place_in(whole: Items, left: Items, part: str | int) -> str | int:
    """Return the place in a list of what stands in a shorter form of it."""
    one = _inside(left, part)
    if one is None:
        return part
    places = [item.place for item in whole.items]
    return places.index(one.place) if one.place in places else part
