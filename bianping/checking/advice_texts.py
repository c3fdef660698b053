"""Advice as lines for a terminal and as rows of JSON."""

from collections.abc import Sequence

from bianping.checking.subjects import listed, named
from bianping.documents import Json
from optimizer.advice.advice import Advice
from scenarios import Town
from scenarios.words import Words


def advice_lines(town: Town, given: Sequence[Advice], words: Words) -> list[str]:
    """Return a heading and a line for each piece of advice."""
    if not given:
        return [words("advice.nothing")]
    heading = words("advice.heading", count=len(given))
    texts = (advice_text(town, one, words) for one in given)
    return [heading, *(words("advice.line", text=text) for text in texts)]


def advice_rows(town: Town, given: Sequence[Advice], words: Words) -> list[Json]:
    """Return a JSON object for each piece of advice."""
    return [
        {
            "key": one.key,
            "text": advice_text(town, one, words),
            "about": list(one.about),
            "values": dict(one.values),
        }
        for one in given
    ]


def advice_text(town: Town, one: Advice, words: Words) -> str:
    """Return a piece of advice as a sentence."""
    values = {"count": len(one.about), **one.values}
    if "layer" in values:
        values["layer"] = words(f"structure.layer.{values['layer']}")
    who = listed(named(town, one.about, words), words)
    return words(f"advice.text.{one.key}", who=who, **values)
