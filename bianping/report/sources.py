"""Where the numbers come from: every entry of a scenario that names a source."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from bianping.report.table import Table, table
from bianping.words import catalogue
from scenarios import Town
from scenarios.language.base import Entry, Name
from scenarios.language.rules import Mode, RuleSettings
from scenarios.words import Lang, Words

_MOST_NAMED = 6
"""So many entries of one source are named; of more, the number is given."""

_GROUNDS = ("assumption", "unverified")
"""Words that stand in a source's place, written in any of the languages."""


def sources_table(towns: Sequence[Town], words: Words) -> Table:
    """Return sources with what rests on them, in the order of the scenario."""
    named: dict[tuple[str, str], dict[str, None]] = {}
    for town in towns:
        for section, entries in _sections(town):
            for entry in entries:
                if entry.source:
                    source = _source(entry.source, words)
                    which = named.setdefault((section, source), {})
                    which[_name(entry, words)] = None
    return table(
        words("report.sources.caption"),
        [words(f"report.sources.{key}") for key in ("section", "what", "source")],
        [
            (words(f"report.section.{section}"), _what(list(names), words), source)
            for (section, source), names in named.items()
        ],
    )


def clauses_table(towns: Sequence[Town], words: Words) -> Table:
    """Return the clauses that the rules in use quote."""
    clauses: dict[tuple[str, str], None] = {}
    for town in towns:
        for key in type(town.rules).model_fields:
            rule = getattr(town.rules, key)
            if not isinstance(rule, RuleSettings) or rule.mode is Mode.OFF:
                continue
            if rule.clause is not None:
                clauses[key, words.name(rule.clause)] = None
    return table(
        words("report.sources.clauses"),
        [words(f"report.sources.{key}") for key in ("rule", "clause")],
        [(words(f"rules.{key}.name"), clause) for key, clause in clauses],
    )


def _sections(town: Town) -> Iterable[tuple[str, Iterable[Entry]]]:
    sections: Mapping[str, Mapping[str, Entry]] = {
        "people": town.people,
        "units": town.units,
        "posts": town.posts,
        "matters": town.matters,
        "work": town.work,
        "ladders": town.ladders,
    }
    return ((key, entries.values()) for key, entries in sections.items())


def _source(given: str, words: Words) -> str:
    """Return a source in the report's language, if it is a word instead of a place."""
    for ground in _GROUNDS:
        key = f"report.grounds.{ground}"
        known = {ground, *(catalogue(lang)(key) for lang in get_args(Lang))}
        if given.strip().casefold() in known:
            return words(key)
    return given


def _name(entry: Entry, words: Words) -> str:
    name = getattr(entry, "name", entry.id)
    return words.name(name) if isinstance(name, Name) else str(name)


def _what(names: Sequence[str], words: Words) -> str:
    listed = words("charts.list_separator").join(names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return listed
    return words("report.sources.and_more", listed=listed, count=len(names))
