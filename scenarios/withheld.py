"""Faults told without names: what a file says is quoted only where it names nobody."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from pydantic import BaseModel

from scenarios.language.base import Choice
from scenarios.pseudonyms import pseudonym
from scenarios.reading.faults import Fault, Place
from scenarios.reading.headings import ID_HEADINGS, columns, tidy
from scenarios.town import Town

WITHHELD = "***"
_NUMBER = re.compile(r"[\d\s.,:/+-]{1,12}")
_OURS = frozenset({
    "limit", "most", "first", "forms", "parts", "shape", "code", "sort", "why", "line",
    "encoding", "file", "files", "sheet", "sheets", "tag", "unit", "problem",
})  # fmt: skip
"""Blanks that are filled by the program, or by names of files, sheets, and units."""


def without_names(fault: Fault, secret: bytes) -> Fault:
    """Return a fault whose path and quotes name nobody; its place still leads there."""
    place = fault.place
    if place.file.startswith("--set "):
        place = Place("--set")
    return Fault(
        fault.key,
        place,
        _path(fault.path, secret),
        {
            name: _quote(name, text, fault, secret)
            for name, text in fault.values.items()
        },
    )


def _path(path: str, secret: bytes) -> str:
    """Return a path with a pseudonym for the person's id in it."""
    section, _, rest = path.partition(".")
    if section != "people" or not rest:
        return path if section in language_words() else WITHHELD if path else ""
    parts = rest.split(".")
    end = next(
        (at for at in range(1, len(parts)) if parts[at] in language_words()), len(parts)
    )
    person = pseudonym(".".join(parts[:end]), secret)
    kept = (part if _says_nothing(part) else WITHHELD for part in parts[end:])
    return ".".join([section, person, *kept])


def _quote(name: str, text: str, fault: Fault, secret: bytes) -> str:
    if fault.values.get("sort") == "person" and name in {"given", "nearest"}:
        return pseudonym(text, secret) if text else ""
    other = fault.values.get("sort") is not None
    if name in _OURS or other or _says_nothing(text):
        return text
    return ", ".join(
        part if _says_nothing(part) else WITHHELD for part in text.split(", ")
    )


def _says_nothing(text: str) -> bool:
    """Whether a text is a number or a word of the language, and so no name."""
    if _NUMBER.fullmatch(text) or not text:
        return True
    return tidy(text) in language_words()


@cache
def language_words() -> frozenset[str]:
    """Return the keys, the headings, and the words of closed choices."""
    found = {tidy(word) for word in _words(Town, set())}
    return frozenset(found | {"extends", "table", "sheet", "rows", *ID_HEADINGS})


def _words(annotation: object, seen: set[object]) -> Iterator[str]:
    if annotation in seen:
        return
    seen.add(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from columns(annotation)
        for key, info in annotation.model_fields.items():
            yield info.alias or key
            yield from _words(info.annotation, seen)
    elif isinstance(annotation, type) and issubclass(annotation, Choice):
        yield from (text for member in annotation for text in (member.value, member.zh))
    for part in get_args(annotation):
        yield from [part] if isinstance(part, str) else _words(part, seen)
