"""How designs differ, as lines for a terminal and as rows of JSON."""

from collections.abc import Iterator, Sequence

from bianping.checking.subjects import listed, named
from bianping.documents import Json
from scenarios import Town
from scenarios.changes import Changes, changes
from scenarios.words import Words

_KINDS = {
    "units": "unit",
    "modules": "module",
    "posts": "post",
    "people": "person",
    "matters": "matter",
    "work": "stream",
    "ladders": "ladder",
}
_MOST_KEYS = 4


def change_lines(first: Town, other: Town, words: Words) -> list[str]:
    """Return how a design differs from the first, a few lines a section."""
    names = {"name": words.name(other.name), "first": words.name(first.name)}
    lines = [words("console.changes.heading", **names)]
    for part in changes(first, other):
        if part.new or part.closed or part.changed:
            lines += _section_lines(first, other, part, words)
    if len(lines) == 1:
        lines.append(words("console.changes.nothing"))
    return lines


def change_rows(first: Town, others: Sequence[Town]) -> list[Json]:
    """Return a JSON object for each section of each other design."""
    return [
        {
            "scenario": other.id,
            "section": part.section,
            "new": list(part.new),
            "changed": {key: list(keys) for key, keys in part.changed.items()},
            "closed": list(part.closed),
            "unchanged": part.unchanged,
        }
        for other in others
        for part in changes(first, other)
    ]


def _section_lines(
    first: Town, other: Town, part: Changes, words: Words
) -> Iterator[str]:
    section = words(f"console.changes.section.{part.section}")
    yield words(
        "console.changes.counts",
        section=section,
        new=len(part.new),
        changed=len(part.changed),
        closed=len(part.closed),
        unchanged=part.unchanged,
    )
    for kind, town, keys in (
        ("new", other, part.new),
        ("changed", other, tuple(part.changed)),
        ("closed", first, part.closed),
    ):
        if keys:
            who = listed(_names(town, part, keys, words), words)
            yield words(f"console.changes.{kind}", who=who)


def _names(town: Town, part: Changes, keys: Sequence[str], words: Words) -> list[str]:
    """Return the names of entries, with the keys that changed in each."""
    if part.section in _KINDS:
        kind = _KINDS[part.section]
        names = named(town, [f"{kind}:{key}" for key in keys], words)
    else:
        names = list(keys)
    return [
        _with_keys(name, part.changed.get(key, ()), words)
        for name, key in zip(names, keys, strict=True)
    ]


def _with_keys(name: str, keys: Sequence[str], words: Words) -> str:
    if not keys:
        return name
    shown = ", ".join(keys[:_MOST_KEYS]) + (" …" if len(keys) > _MOST_KEYS else "")
    return words("console.changes.with_keys", name=name, keys=shown)
