"""What a file says before anybody knows what it means: values with their places."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.reading.faults import Place

Plain = str | int | float | bool | None
Value = Plain | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number, a truth value, or nothing."""

    value: Plain
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping; a node's place is that of its value, so keys have places too."""

    entries: Mapping[str, "Node"]
    place: Place
    key_places: Mapping[str, Place]

    def key_place(self, key: str) -> Place:
        """Return where a key stands."""
        return self.key_places.get(key, self.place)

    def with_entries(self, changed: Mapping[str, "Node"]) -> "Keys":
        """Return the mapping with some entries put in or replaced."""
        return Keys({**self.entries, **changed}, self.place, self.key_places)


Node = Scalar | Items | Keys

NOWHERE = Place("")
"""The place of what stands in for something that couldn't be read, or was wrong."""
GUESSED = Place("", cell="?")
"""The place of what stands in for something of which only a misspelt name is there."""
_STAND_INS = (NOWHERE, GUESSED)


def keys_of(entries: Mapping[str, Node], place: Place) -> Keys:
    """Return a mapping whose keys stand where their values do."""
    return Keys(entries, place, {key: node.place for key, node in entries.items()})


def filled(first: Node, other: Node) -> Node:
    """Return a mapping with what only another one says; any other node as it is."""
    if not (isinstance(first, Keys) and isinstance(other, Keys)):
        return first
    entries = {
        key: filled(first.entries.get(key, node), node)
        for key, node in other.entries.items()
    }
    places = {**other.key_places, **first.key_places}
    return Keys({**first.entries, **entries}, first.place, places)


def value_of(node: Node) -> Value:
    """Return what a node says, without its places."""
    match node:
        case Scalar(value=value):
            return value
        case Items(items=items):
            return [value_of(item) for item in items]
        case Keys(entries=entries):
            return {key: value_of(entry) for key, entry in entries.items()}


def place_of(root: Node, path: tuple[str | int, ...]) -> Place:
    """Return where a path leads: its last key, or the last part of it that exists."""
    node, place = root, root.place
    for part in path:
        match node:
            case Keys(entries=entries) if part in entries:
                place = node.key_place(str(part))
                node = entries[str(part)]
                place = node.place if node.place.cell else place
            case Items(items=items) if isinstance(part, int) and part < len(items):
                node = items[part]
                place = node.place
            case _:
                continue
    return place


def inside(node: Node | None, part: str | int) -> Node | None:
    """Return what stands under a key or at a place of a list, if anything does."""
    match node:
        case Keys(entries=entries):
            return entries.get(str(part))
        case Items(items=items) if isinstance(part, int) and part < len(items):
            return items[part]
        case _:
            return None


def written_path(root: Node, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return a path without the parts that lead nowhere."""
    kept: list[str | int] = []
    node = root
    for part in path:
        found = inside(node, part)
        if found is not None:
            node = found
            kept.append(part)
    return tuple(kept)


def node_at(root: Node, path: tuple[str | int, ...]) -> Node:
    """Return what a path leads to; parts of it that lead nowhere are left out."""
    node = root
    for part in path:
        found = inside(node, part)
        node = node if found is None else found
    return node


def stands_in(root: Node, path: tuple[str | int, ...]) -> bool:
    """Whether a path leads to, or through, what only stands in for something."""
    node = root
    for part in path:
        if is_stand_in(node):
            return True
        found = inside(node, part)
        node = node if found is None else found
    return is_stand_in(node)


def is_stand_in(node: Node) -> bool:
    """Whether something was written by nobody."""
    return node.place in _STAND_INS


def node_of(value: Value, place: Place) -> Node:
    """Return a value as something that stands in a place as a whole."""
    match value:
        case list():
            return Items(tuple(node_of(one, place) for one in value), place)
        case dict():
            entries = {key: node_of(one, place) for key, one in value.items()}
            return Keys(entries, place, {})
        case _:
            return Scalar(value, place)
