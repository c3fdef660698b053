"""YAML 1.2 text to nodes, from PyYAML's events.

Every key and value keeps its line and column. Duplicate keys, tags that would make
objects, and documents that are too deep or too large are faults.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from scenarios.reading.faults import FaultyScenarioError, Place, faulty
from scenarios.reading.files import content
from scenarios.reading.limits import USUAL, Limits
from scenarios.reading.nodes import Items, Keys, Node, Plain, Scalar

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Plain] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_LONGEST_NUMBER = 40
_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, fifteen times as quick, wherever PyYAML was built with it."""
FULL_WIDTH_COLON = "\uff1a"
_FULL_WIDTH_KEY = re.compile(rf"\s*[^\s:#]+{FULL_WIDTH_COLON}")


def parse_yaml(text: str, file: str, limits: Limits = USUAL) -> Node:
    """Return the one document of a YAML text; an empty mapping if it has none.

    Raises
    ------
    FaultyScenarioError
        With the place of the first thing that isn't YAML as scenarios use it.
    """
    builder = _Builder(file, limits)
    try:
        for event in yaml.parse(text, Loader=_EVENTS):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax_fault(error, text, file) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise faulty("not_yaml_text", Place(file)) from None
    return builder.root or Keys({}, Place(file, 1, 1), {})


def parse_value(text: str, file: str) -> Node:
    """Return the value of a short text, such as one given on the command line."""
    return parse_yaml(text, file) if text.strip() else Scalar(None, Place(file))


def read_text(path: Path, shown: str, limits: Limits = USUAL) -> str:
    """Return a file's text, which must be UTF-8."""
    found = content(path, shown, limits)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found[: error.start].count(b"\n") + 1
        raise faulty("not_utf8", Place(shown, line)) from None


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
class _Builder:
    file: str
    limits: Limits
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    nodes: int = 0

    def take(self, event: yaml.Event) -> None:
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
            above.key_places[above.key] = node.place
        else:
            above.entries[above.key] = node
            above.key = None

    def _key(self, node: Node, above: _Open) -> str:
        if not isinstance(node, Scalar):
            raise faulty("key_not_text", node.place)
        key = str(node.value)
        if key in above.key_places:
            first = above.key_places[key].line
            raise faulty("duplicate_key", node.place, key, word=key, first=first)
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


def _syntax_fault(
    error: yaml.MarkedYAMLError, text: str, file: str
) -> FaultyScenarioError:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return faulty("not_yaml", Place(file), problem=error.problem or "")
    place = Place(file, mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    if mark.line < len(lines) and "\t" in lines[mark.line]:
        return faulty("tab", place)
    for number in (mark.line, mark.line - 1):
        if 0 <= number < len(lines) and _FULL_WIDTH_KEY.match(lines[number]):
            return faulty("full_width_colon", Place(file, number + 1))
    return faulty("not_yaml", place, problem=error.problem or "")
