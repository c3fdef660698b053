"""A faulty scenario made whole by stand-ins, to find what its faults still hide.

An entry without its name is not checked as a whole, and no name in it is looked up. So
each wrong or missing value gets a stand-in that the language allows, until a town comes
of it. What is found on the way counts, unless it only follows from a stand-in.
"""

from collections import Counter
from dataclasses import dataclass, field

from scenarios.reading.edits import Edits, edited
from scenarios.reading.faults import Place
from scenarios.reading.following import Doubts, follows
from scenarios.reading.known import Location
from scenarios.reading.nodes import (
    GUESSED,
    NOWHERE,
    Keys,
    Node,
    inside,
    node_at,
    node_of,
    written_path,
)
from scenarios.reading.stand_ins import stand_in
from scenarios.reading.validation import Wrong, validated
from scenarios.town import Town

_ROUNDS = 12
"""How often what is wrong gets stand-ins before it is given up."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A town of the values that are right, and of stand-ins for the others.

    Parameters
    ----------
    town
        It; ``None`` where nothing whole came of it.
    keys
        Its keys; what stands in is of no place.
    wrong
        All that is wrong, without what only follows from something else.
    """

    town: Town | None
    keys: Keys
    wrong: tuple[Wrong, ...]


def mended(root: Keys, scenario: str) -> Mended:
    """Return the town with stand-ins for all that is wrong or was not read."""
    found: list[Wrong] = []
    left, mender = root, _Mender()
    for _ in range(_ROUNDS):
        town = validated(left, scenario)
        if isinstance(town, Town):
            return Mended(town, left, tuple(found))
        mender.doubts.note(town, left)
        found += (one for one in town if not follows(one, left, mender.doubts))
        edits: Edits = {}
        for one in town:
            edits |= mender.edits(one, left)
        left = edited(left, edits)
    return Mended(None, left, tuple(found))


@dataclass(slots=True)
class _Mender:
    doubts: Doubts = field(default_factory=Doubts)
    _tries: Counter[tuple[Location, str, str]] = field(default_factory=Counter)

    def edits(self, one: Wrong, root: Keys) -> Edits:
        """Return what mends one thing; more of it, if that was tried before."""
        key, values = one.fault.key, one.fault.values
        mark = (one.where, key, values.get("forms", ""))
        tried = self._tries[mark]
        self._tries[mark] += 1
        if tried:
            return _instead(one.where[: max(1, len(one.where) + 1 - tried)], root)
        if key in {"unknown_key", "unknown_key_near", "id_inside"}:
            return _without_key(one, root)
        if key == "missing":
            above = written_path(root, one.where[:-1])
            return {(*above, one.where[-1]): _node(one.where)}
        if key in {"one_form", "steps_arrive"}:
            return _of_forms(one, root)
        return _instead(one.where, root)


def _without_key(one: Wrong, root: Keys) -> Edits:
    """Take a key away; what it was most likely meant for gets a stand-in."""
    above = written_path(root, one.where[:-1])
    edits: Edits = {(*above, one.where[-1]): None}
    near = one.fault.values.get("nearest")
    if near and inside(node_at(root, above), near) is None:
        edits[*above, near] = _node((*one.where[:-1], near), GUESSED)
    return edits


def _of_forms(one: Wrong, root: Keys) -> Edits:
    """Leave one of the forms that are given, or put one in."""
    at = written_path(root, one.where)
    forms = one.fault.values.get("forms", "arrive").split(", ")
    given = [form for form in forms if inside(node_at(root, at), form) is not None]
    if not isinstance(node_at(root, at), Keys):
        return _instead(one.where, root)
    if len(given) > 1 or (one.fault.key == "steps_arrive" and given):
        kept = given[0] if len(given) > 1 else ""
        return {(*at, form): None for form in given if form != kept}
    form = given[0] if given else forms[0]
    return {(*at, form): _node((*one.where, form))}


def _instead(where: Location, root: Keys) -> Edits:
    """Put a stand-in in a place, or in the nearest one around it that has one."""
    for end in range(len(where), 0, -1):
        made = _node(where[:end])
        if made is not None:
            return {written_path(root, where[:end]): made}
    return {written_path(root, where[:2]): None}


def _node(where: Location, place: Place = NOWHERE) -> Node | None:
    made = stand_in(where)
    return None if made is None else node_of(made, place)
