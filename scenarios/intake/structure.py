"""Units and posts, as far as a roster names them."""

import re
from collections import Counter
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


def post_of(person: Recruit) -> PostId | None:
    """Return the id of the post that a person holds: its unit goes before its name."""
    unit = person.values.get(Meaning.UNIT, "")
    name = person.values.get(Meaning.POSITION, "")
    if not id_of(unit) or not id_of(name):
        return None
    return id_of(name if name.startswith(unit) else f"{unit}·{name}")


def posts_of(people: Iterable[Recruit]) -> tuple[NamedPost, ...]:
    """Return the posts that the roster names, in its order.

    The same name in two units makes two posts. Where no unit is named, nobody can say
    what the post belongs to, and there is none.
    """
    holding = [(post_of(person), person) for person in people]
    seats = Counter(post for post, _ in holding)
    first = {post: person for post, person in reversed(holding) if post is not None}
    return tuple(
        NamedPost(
            post,
            first[post].values[Meaning.POSITION],
            id_of(first[post].values[Meaning.UNIT]),
            seats[post],
        )
        for post in dict.fromkeys(post for post, _ in holding if post is not None)
    )
