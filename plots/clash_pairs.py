"""Which leads clash with each other, and how often."""

from collections import Counter
from collections.abc import Mapping, Sequence

from plots.study import Study
from plots.values import caption, found, subjects
from scenarios.language.base import PostId
from scenarios.words import Words
from simulation.summary import Measure

Pairs = Mapping[frozenset[PostId], Measure]
"""Clashes between two leads."""

_MEASURE = "clashes"
_MOST = 12
"""Most leads of a design to show; of more, those who clash the most."""


def pairs_of(study: Study) -> Pairs:
    """Return the pairs that ever clashed."""
    return {
        frozenset(pair.split("+")): one
        for pair in subjects([study], _MEASURE, "leads")
        if (one := found(study, _MEASURE, f"leads:{pair}")) is not None and one.mean > 0
    }


def leads_of(study: Study, pairs: Pairs) -> tuple[PostId, ...]:
    """Return the leads who clash, or the most of them, in the order of the file."""
    clashes = Counter[PostId]()
    for pair, one in pairs.items():
        clashes.update(dict.fromkeys(pair, one.mean))
    most = {lead for lead, _ in clashes.most_common(_MOST)}
    return tuple(post for post in study.town.posts if post in most)


def leads_caption(
    studies: Sequence[Study],
    pairs: Sequence[Pairs],
    leads: Sequence[Sequence[PostId]],
    words: Words,
) -> str:
    """Return the caption, with how many leads are left out of each design."""
    played = [
        one
        for study in studies
        for (measure, of), one in study.measures.items()
        if measure == _MEASURE and of.startswith("leads:")
    ]
    left_out = [
        (study, count)
        for study, each, those in zip(studies, pairs, leads, strict=True)
        if (count := len(frozenset().union(*each)) - len(those))
    ]
    text = caption(words, played, key="means")
    if not left_out:
        return text
    listed = words("charts.list_separator").join(
        words(
            "charts.clashes_by_leads.left_out_of",
            design=words.name(study.town.name),
            count=count,
        )
        for study, count in left_out
    )
    more = words("charts.clashes_by_leads.left_out", most=_MOST, listed=listed)
    return more + (" " if words.lang == "en" else "") + text
