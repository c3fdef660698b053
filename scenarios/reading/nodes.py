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


def keys_of(entries: Mapping[str, Node], place: Place) -> Keys:
    """Return a mapping whose keys stand where their values do."""
    return Keys(entries, place, {key: node.place for key, node in entries.items()})


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
