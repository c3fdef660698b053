"""A town whose people go by pseudonyms; all else, and every result, stays as it is."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from scenarios.language.base import Entry, Name, PersonId
from scenarios.language.people import Person
from scenarios.pseudonyms import Pseudonym
from scenarios.town import Town

Hidden = Mapping[PersonId, Pseudonym]
"""The pseudonym of everybody."""
PartT = TypeVar("PartT", bound=BaseModel)
_SHORTEST_NAME = 2
"""A name of one character is not looked for within other texts."""


def anonymised(town: Town, hidden: Hidden, shown: Callable[[Pseudonym], str]) -> Town:
    """Return the town with pseudonyms for the ids and names of its people.

    Names within other texts (of units, posts, work, sources, clauses) are replaced too.

    Parameters
    ----------
    town
        The town as it was read.
    hidden
        Pseudonyms of everybody on its roster.
    shown
        Gives the name that stands for somebody in the user's language.
    """
    veil = _veil(town, hidden, shown)
    veiled = _with_texts(town, veil)
    scores = tuple(
        row.model_copy(update={"person": hidden[row.person]})
        for row in veiled.scores.rows
    )
    return veiled.model_copy(
        update={
            "people": {
                hidden[one.id]: _person(one, hidden, shown)
                for one in veiled.people.values()
            },
            "scores": veiled.scores.model_copy(update={"rows": scores}),
            "pins": {
                post: tuple(hidden[one] for one in people)
                for post, people in town.pins.items()
            },
        }
    )


def _person(
    person: Person, hidden: Hidden, shown: Callable[[Pseudonym], str]
) -> Person:
    return person.model_copy(
        update={
            "id": hidden[person.id],
            "name": shown(hidden[person.id]),
            "kin": tuple(hidden[one] for one in person.kin),
        }
    )


def _veil(
    town: Town, hidden: Hidden, shown: Callable[[Pseudonym], str]
) -> Callable[[str], str]:
    """Return what replaces the names and ids of people within a text."""
    bearers: dict[str, dict[str, None]] = {}
    for person in town.people.values():
        for text in (person.id, person.name):
            bearers.setdefault(text, {})[shown(hidden[person.id])] = None
    return veil_over(bearers)


def veil_over(bearers: Mapping[str, Iterable[str]]) -> Callable[[str], str]:
    """Return what replaces names within a text.

    Parameters
    ----------
    bearers
        For each name, what stands for all who bear it.
    """
    known = {text: "/".join(shown_as) for text, shown_as in bearers.items()}
    texts = [one for one in known if len(one) >= _SHORTEST_NAME]
    longest_first = sorted(texts, key=lambda one: (-len(one), one))
    pattern = re.compile("|".join(map(_whole, longest_first)) or r"(?!)")
    return lambda text: pattern.sub(lambda found: known[found[0]], text)


def _whole(text: str) -> str:
    """Return a pattern for a text; a Latin one counts as a whole word only."""
    quoted = re.escape(text)
    return rf"(?<![A-Za-z0-9_]){quoted}(?![A-Za-z0-9_])" if text.isascii() else quoted


def _with_texts(part: PartT, veil: Callable[[str], str]) -> PartT:
    """Return a part of the town with every name and source in it veiled."""
    changed: dict[str, object] = {}
    for key in type(part).model_fields:
        before = getattr(part, key)
        after = _veiled(before, veil)
        if after is not before:
            changed[key] = after
    if isinstance(part, Entry) and part.source is not None:
        changed["source"] = veil(part.source)
    return part.model_copy(update=changed) if changed else part


def _veiled(value: object, veil: Callable[[str], str]) -> object:
    """Return a value with the names in it veiled; the same object if it has none."""
    match value:
        case Name(zh=zh, en=en):
            after = Name(zh=veil(zh), en=veil(en))
            return value if after == value else after
        case BaseModel():
            return _with_texts(value, veil)
        case Mapping():
            parts = {key: _veiled(one, veil) for key, one in value.items()}
            same = all(parts[key] is one for key, one in value.items())
            return value if same else parts
        case tuple():
            items = tuple(_veiled(one, veil) for one in value)
            same = all(new is old for new, old in zip(items, value, strict=True))
            return value if same else items
        case _:
            return value
