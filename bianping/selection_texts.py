"""Two-way selection in a plan: for the terminal, for JSON and for the workbook."""

from collections.abc import Iterator, Sequence

from bianping.documents import Json
from bianping.workbook_sheets import Sheet
from optimizer.matching.blocking import BlockingPair
from optimizer.matching.rates import Rates
from optimizer.matching.selection import Selection
from scenarios import Town
from scenarios.words import Words

_MOST_LISTED = 5
"""Blocking pairs that the terminal lists."""


def selection_lines(town: Town, chosen: Selection, words: Words) -> Iterator[str]:
    """Yield the rates, those of deferred acceptance, and blocking pairs."""
    yield _rates_line("rates", chosen.rates, len(chosen.blocking), words)
    yield _rates_line("reference", chosen.reference, chosen.reference_blocking, words)
    for pair in chosen.blocking[:_MOST_LISTED]:
        yield _pair_line(town, pair, words)
    if (more := len(chosen.blocking) - _MOST_LISTED) > 0:
        yield words("selection.more", count=more)


def selection_json(chosen: Selection) -> Json:
    """Return the rates and the blocking pairs, with the reference."""
    return {
        **_rates_json(chosen.rates),
        "blocking_pairs": [
            {
                "person": pair.person,
                "post": pair.post,
                "wish": pair.wish,
                "instead_of": pair.instead_of,
                "ahead_of": pair.ahead_of,
            }
            for pair in chosen.blocking
        ],
        "deferred_acceptance": {
            **_rates_json(chosen.reference),
            "blocking_pairs": chosen.reference_blocking,
        },
    }


def selection_summary(chosen: Selection, words: Words) -> Sequence[tuple[str, str]]:
    """Return the rates as lines of name and value."""
    rows = [
        (words(f"selection.workbook.{key}"), _rates_value(rates, words))
        for key, rates in (("rates", chosen.rates), ("reference", chosen.reference))
    ]
    blocking = words(
        "selection.workbook.blocking_value",
        blocking=len(chosen.blocking),
        reference=chosen.reference_blocking,
    )
    return [*rows, (words("selection.workbook.blocking"), blocking)]


def blocking_sheet(town: Town, chosen: Selection, words: Words) -> Sheet:
    """Return the sheet of blocking pairs."""
    return Sheet(
        words("selection.workbook.sheet"),
        words("selection.workbook.headings").split("|"),
        [
            (
                town.people[pair.person].name,
                words.name(town.posts[pair.post].name),
                pair.wish,
                words.name(town.posts[pair.instead_of].name) if pair.instead_of else "",
                town.people[pair.ahead_of].name if pair.ahead_of else "",
            )
            for pair in chosen.blocking
        ],
    )


def _rates_line(key: str, met: Rates, blocking: int, words: Words) -> str:
    return words(
        f"selection.{key}",
        wishing=met.wishing,
        first=met.first,
        first_share=_per_cent(met.first_rate),
        top_three=met.top_three,
        top_three_share=_per_cent(met.top_three_rate),
        blocking=blocking,
    )


def _pair_line(town: Town, pair: BlockingPair, words: Words) -> str:
    left, gone = pair.instead_of, pair.ahead_of
    return words(
        "selection.pair",
        person=town.people[pair.person].name,
        post=words.name(town.posts[pair.post].name),
        wish=pair.wish,
        gives_up=words("selection.gives_up_nothing")
        if left is None
        else words("selection.gives_up", post=words.name(town.posts[left].name)),
        replaces=words("selection.replaces_nobody")
        if gone is None
        else words("selection.replaces", person=town.people[gone].name),
    )


def _rates_json(met: Rates) -> dict[str, Json]:
    return {
        "wishing": met.wishing,
        "first": met.first,
        "first_rate": met.first_rate,
        "top_three": met.top_three,
        "top_three_rate": met.top_three_rate,
        "any_wish": met.any_wish,
    }


def _rates_value(met: Rates, words: Words) -> str:
    return words(
        "selection.workbook.rates_value",
        first=met.first,
        top_three=met.top_three,
        any_wish=met.any_wish,
        wishing=met.wishing,
    )


def _per_cent(rate: float | None) -> str:
    return "—" if rate is None else f"{100 * rate:.0f}%"
