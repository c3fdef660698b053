"""The names of what a message is about, as many as fit a line."""

from collections.abc import Mapping, Sequence

from scenarios import Town
from scenarios.language.ladders import Ladder
from scenarios.language.matters import Matter
from scenarios.language.posts import Post
from scenarios.language.structure import Module, Unit
from scenarios.language.work import Stream
from scenarios.words import Words

_MOST_NAMES = 6

_Named = Post | Unit | Module | Matter | Stream | Ladder


def listed(names: Sequence[str], words: Words, most: int = _MOST_NAMES) -> str:
    """Return names in a row; beyond so many, how many more there are."""
    between = words("console.text.and")
    shown = between.join(names[:most])
    rest = len(names) - most
    if rest <= 0:
        return shown
    more = rest if words.lang == "en" else len(names)
    return words("advice.more", names=shown, count=more)


def named(town: Town, subjects: Sequence[str], words: Words) -> list[str]:
    """Return the names of subjects such as ``post:clerk``."""
    return [_name(town, subject, words) for subject in subjects]


def _name(town: Town, subject: str, words: Words) -> str:
    kind, _, key = subject.partition(":")
    if kind == "person":
        return town.people[key].name if key in town.people else key
    sections: Mapping[str, Mapping[str, _Named]] = {
        "post": town.posts,
        "unit": town.units,
        "module": town.modules,
        "matter": town.matters,
        "stream": town.work,
        "ladder": town.ladders,
    }
    found = sections[kind].get(key)
    return key if found is None else words("advice.quoted", name=words.name(found.name))
