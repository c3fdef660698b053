"""Units and posts, as far as a roster names them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.intake.findings import Recruit
from scenarios.intake.meanings import Meaning
from scenarios.language.base import PostId, UnitId

_PARTING = re.compile(r"[\s、,，;；/／\\.:：=]+")


@dataclass(frozen=True, slots=True)
class NamedPost:
    """A post that the roster names, with as many seats as people who hold it."""

    id: PostId
    name: str
    unit: UnitId
    seats: int


def id_of(name: str) -> str:
    """Return a name as an id, which holds nothing that parts ids in a list or path."""
    return _PARTING.sub("·", name).strip("·")


def units_of(people: Iterable[Recruit]) -> dict[UnitId, str]:
    """Return the names of the units that the roster names, by their ids."""
    names = (person.values.get(Meaning.UNIT, "") for person in people)
    return {id_of(name): name for name in names if id_of(name)}


def post_of(person: Recruit, unknown_unit: str) -> PostId | None:
    """Return the id of the post that a person holds: its unit goes before its name."""
    unit = _unit(person, unknown_unit)
    name = person.values.get(Meaning.POSITION, "")
    if not id_of(name):
        return None
    return id_of(name if name.startswith(unit) else f"{unit}·{name}")


def posts_of(people: Iterable[Recruit], unknown_unit: str) -> tuple[NamedPost, ...]:
    """Return the posts that the roster names, in its order.

    The same name in two units makes two posts.

    Parameters
    ----------
    unknown_unit
        What the unit is called to which posts go whose unit isn't said.
    """
    holders: dict[PostId, list[Recruit]] = {}
    for person in people:
        post = post_of(person, unknown_unit)
        if post is not None:
            holders.setdefault(post, []).append(person)
    return tuple(
        NamedPost(
            post,
            held[0].values[Meaning.POSITION],
            id_of(_unit(held[0], unknown_unit)),
            len(held),
        )
        for post, held in holders.items()
    )


def _unit(person: Recruit, unknown_unit: str) -> str:
    name = person.values.get(Meaning.UNIT, "")
    return name if id_of(name) else unknown_unit
