"""Which faults only follow from others, and are not told."""

from collections.abc import Collection
from dataclasses import dataclass, field

from scenarios.reading.known import Location
from scenarios.reading.nodes import (
    GUESSED,
    Items,
    Keys,
    Node,
    inside,
    is_stand_in,
    node_at,
    stands_in,
    written_path,
)
from scenarios.reading.validation import Wrong

_OF_FORMS = frozenset({"one_form", "steps_arrive"})
_OF_PARTS = frozenset({
    "duration_parts", "duration_order", "season_length", "season_weights",
})  # fmt: skip


@dataclass(slots=True)
class Doubts:
    """Keys that aren't known: nobody can say what they were meant for.

    Parameters
    ----------
    keys
        Where they stand, and the nearest known key, if there is one.
    """

    keys: dict[Location, set[str]] = field(default_factory=dict)

    def note(self, wrong: Collection[Wrong], root: Keys) -> None:
        """Remember the unknown keys among what is wrong."""
        for one in wrong:
            if one.fault.key in {"unknown_key", "unknown_key_near"}:
                above = written_path(root, one.where[:-1])
                near = one.fault.values.get("nearest", "")
                self.keys.setdefault(above, set()).add(near)


def follows(one: Wrong, root: Keys, doubts: Doubts) -> bool:
    """Whether something is wrong only because something else is.

    Parameters
    ----------
    root
        The keys in which it was found, with stand-ins for what was told before.
    doubts
        Keys that may have been meant for what is missing.
    """
    if stands_in(root, one.where):
        return True
    at = written_path(root, one.where)
    if one.fault.key == "missing":
        return one.where[-1] in doubts.keys.get(at, ())
    node = node_at(root, at)
    if one.fault.key in _OF_FORMS:
        return _of_forms(one, node, doubtful=at in doubts.keys)
    return one.fault.key in _OF_PARTS and any(map(is_stand_in, _parts(node)))


def _of_forms(one: Wrong, node: Node, *, doubtful: bool) -> bool:
    """Whether none or too many forms are given for want of knowing what a key means."""
    forms = one.fault.values.get("forms", "steps, arrive").split(", ")
    found = [part for form in forms if (part := inside(node, form)) is not None]
    certain = [part for part in found if part.place != GUESSED]
    if not doubtful and len(certain) == len(found):
        return False
    return len(certain) < 2 or one.fault.key == "steps_arrive"


def _parts(node: Node) -> Collection[Node]:
    match node:
        case Keys(entries=entries):
            return entries.values()
        case Items(items=items):
            return items
        case _:
            return ()
