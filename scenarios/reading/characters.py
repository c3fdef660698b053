"""Characters that no text of a scenario needs, and that can deceive who reads it."""

import re
from collections.abc import Iterator

from scenarios.reading.faults import Fault, Place
from scenarios.reading.nodes import Items, Keys, Node, Scalar

_DECEIVING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Commands to terminals, turns of the direction of writing, halves of characters."""


def deceiving_characters(root: Node) -> Iterator[Fault]:
    """Yield a fault for each text or key with a character that can't be seen."""
    match root:
        case Scalar(value=str(text), place=place):
            yield from _fault(text, place)
        case Items(items=items):
            for item in items:
                yield from deceiving_characters(item)
        case Keys(entries=entries):
            for key, node in entries.items():
                yield from _fault(key, root.key_place(key))
                yield from deceiving_characters(node)
        case Scalar():
            pass


def _fault(text: str, place: Place) -> Iterator[Fault]:
    found = _DECEIVING.search(text)
    if found:
        code = f"U+{ord(found[0]):04X}"
        yield Fault("deceiving_character", place, values={"code": code})
