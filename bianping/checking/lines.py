"""What a scenario holds, as lines for a terminal."""

from collections import Counter
from collections.abc import Mapping

from bianping.checking.contents import contents
from bianping.checking.subjects import listed
from scenarios import Town
from scenarios.language.base import Choice
from scenarios.reading.references import posts_of_other_designs
from scenarios.words import Words

_PARTS = ("people", "units", "structure", "posts", "matters", "work")
_MOST_POSTS = 12


def content_lines(town: Town, words: Words) -> list[str]:
    """Return a scenario's title, how many of what it holds, and a note."""
    holds = contents(town)
    title = words("console.check.title", name=words.name(town.name), file=town.id)
    lines = [title, words(f"console.check.staffing_{town.staffing}")]
    for key in _PARTS:
        values = {
            name: _parts(value, words) if isinstance(value, Counter) else value
            for name, value in holds[key].items()
        }
        lines.append(words(f"console.check.{key}", **values))
    unknown = posts_of_other_designs(town)
    if unknown:
        shown = listed(unknown, words, _MOST_POSTS)
        lines.append(
            words("console.check.unknown_posts", count=len(unknown), posts=shown)
        )
    return lines


def _parts(counts: Mapping[Choice, int], words: Words) -> str:
    named = {
        one.zh if words.lang == "zh" else one.value.replace("_", " "): count
        for one, count in counts.items()
    }
    parts = [
        words("console.check.part", name=name, count=count)
        for name, count in named.items()
    ]
    return words("console.text.and").join(parts) or words("console.check.none")
