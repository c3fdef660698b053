"""From the events of a YAML text to nodes with places."""

import re
from dataclasses import dataclass, field

import yaml

from scenarios.reading.faults import Fault, FaultyScenarioError, Place, faulty
from scenarios.reading.limits import Limits
from scenarios.reading.nodes import Items, Keys, Node, Plain, Scalar, filled

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Plain] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_LONGEST_NUMBER = 40
_NAMING = frozenset({"ladders", "units"})
"""Sections whose entries give names to more than themselves: rungs and towns. Where an
id stands twice, what only the second entry says is kept, so that nobody is told that
these names don't exist."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read of a YAML text.

    Parameters
    ----------
    root
        Its one document; an empty mapping if it has none. Where the text breaks off,
        it holds what its outermost mapping said before.
    faults
        Keys that stand twice, the first of which counts, and what the text broke at.
    broken
        Whether the text wasn't read to its end.
    """

    root: Node
    faults: tuple[Fault, ...] = ()
    broken: bool = False


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end hasn't come yet."""

    place: Place
    anchor: str | None
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    key_places: dict[str, Place] = field(default_factory=dict)
    key: str | None = None

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and self.key is None

    def node(self) -> Node:
        if self.is_mapping:
            return Keys(self.entries, self.place, self.key_places)
        return Items(tuple(self.items), self.place)


@dataclass(slots=True)
class Builder:
    """Puts together what the events of a text say."""

    file: str
    limits: Limits
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    nodes: int = 0

    def broken_at(self, error: FaultyScenarioError) -> Parsed:
        """Return what was read before something ended it."""
        outermost = self.stack[0].node() if self.stack else self.root
        root = (
            outermost if isinstance(outermost, Keys) else Keys({}, Place(self.file), {})
        )
        return Parsed(root, (*self.faults, *error.faults), broken=True)

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        place = self._place(event)
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event, place)
                self._count(1, place)
                is_key = bool(self.stack) and self.stack[-1].awaits_key
                node = Scalar(event.value, place) if is_key else _scalar(event, place)
                self._put(node, event.anchor)
            case yaml.AliasEvent():
                self._put_alias(event.anchor, place)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_tag(event, place)
                self._open(event, place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                closed = self.stack.pop()
                self._put(closed.node(), closed.anchor)
            case yaml.DocumentStartEvent() if self.root is not None:
                raise faulty("second_document", place)
            case _:
                pass

    def _open(self, event: yaml.CollectionStartEvent, place: Place) -> None:
        self._count(1, place)
        if len(self.stack) >= self.limits.depth:
            raise faulty("too_deep", place, most=self.limits.depth)
        if self.stack and self.stack[-1].awaits_key:
            raise faulty("key_not_text", place)
        if event.anchor:
            self.begun[event.anchor] = self.nodes
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(place, event.anchor, is_mapping))

    def _put(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
            self.sizes[anchor] = 1 + self.nodes - self.begun.get(anchor, self.nodes)
        if not self.stack:
            self.root = node
            return
        above = self.stack[-1]
        if not above.is_mapping:
            above.items.append(node)
        elif above.key is None:
            above.key = self._key(node, above)
            above.key_places.setdefault(above.key, node.place)
        else:
            first = above.entries.setdefault(above.key, node)
            if first is not node and self._names_others():
                above.entries[above.key] = filled(first, node)
            above.key = None

    def _names_others(self) -> bool:
        """Whether what is being read is an entry whose parts are named elsewhere."""
        return len(self.stack) == 2 and self.stack[0].key in _NAMING

    def _key(self, node: Node, above: _Open) -> str:
        if not isinstance(node, Scalar):
            raise faulty("key_not_text", node.place)
        key = str(node.value)
        if key in above.key_places:
            first = above.key_places[key].line
            values = {"word": key, "first": str(first)}
            self.faults.append(Fault("duplicate_key", node.place, key, values))
        return key

    def _put_alias(self, anchor: str | None, place: Place) -> None:
        if anchor is None or anchor not in self.anchors:
            raise faulty("unknown_anchor", place, anchor=anchor)
        self._count(self.sizes[anchor], place)
        self._put(self.anchors[anchor], None)

    def _count(self, more: int, place: Place) -> None:
        self.nodes += more
        if self.nodes > self.limits.nodes:
            raise faulty("too_many_values", place, most=self.limits.nodes)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        if mark is None:
            return Place(self.file)
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _refuse_tag(self, event: yaml.NodeEvent, place: Place) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            raise faulty("tag", place, tag=tag)


def _scalar(event: yaml.ScalarEvent, place: Place) -> Scalar:
    text = event.value
    if event.style or event.tag == "!":
        return Scalar(text, place)
    if text in _WORDS:
        return Scalar(_WORDS[text], place)
    if len(text) <= _LONGEST_NUMBER:
        if _INTEGER.fullmatch(text):
            return Scalar(int(text), place)
        if _FLOAT.fullmatch(text):
            return Scalar(float(text), place)
    return Scalar(text, place)
