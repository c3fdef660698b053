"""What rules say of a plan, as sentences: what clashes, what is broken, and why."""

from collections.abc import Iterator, Mapping, Sequence

from bianping.staffing import Staffing
from optimizer.account import accounts
from optimizer.outcome import Solved
from optimizer.reason import Reason
from optimizer.sentences import breach_sentence, demand_sentence
from optimizer.settings import settings_of
from scenarios import Assignment, Town
from scenarios.words import Words

MOST_IN_FULL, FIRST_OF_RULE = 20, 2
"""So many demands that clash are all said; of more, so many of each rule."""


def demand_texts(
    town: Town, demands: Sequence[Reason], words: Words
) -> tuple[str, ...]:
    """Return demands as sentences, each with its clause if it has one."""
    return tuple(
        _with_clause(town, one, demand_sentence(town, one, words), words)
        for one in demands
    )


def demand_texts_in_brief(
    town: Town, demands: Sequence[Reason], words: Words
) -> tuple[str, ...]:
    """Return demands as sentences; of many, the first of each rule, and how many more.

    A conflict for which there was no time may hold every demand of a town.
    """
    if len(demands) <= MOST_IN_FULL:
        return demand_texts(town, demands, words)
    by_rule: dict[str, list[Reason]] = {}
    for one in demands:
        by_rule.setdefault(one.rule, []).append(one)
    return tuple(
        text
        for rule, some in by_rule.items()
        for text in _in_brief(town, rule, some, words)
    )


def breach_texts(
    town: Town, breaches: Sequence[Reason], words: Words
) -> tuple[str, ...]:
    """Return breaches as sentences, each with the rule's clause if it has one."""
    return tuple(
        _with_clause(town, one, breach_sentence(town, one, words), words)
        for one in breaches
    )


def why(staffing: Staffing, words: Words) -> Mapping[Assignment, str]:
    """Return for each assignment what speaks for it, as one text.

    A plan that wasn't solved for says nothing of why; so nothing is returned for it.
    """
    match staffing:
        case Staffing(town=town, outcome=Solved(plan=plan)):
            said = accounts(town, plan)
        case _:
            return {}
    return {
        one: words("console.text.between").join(
            words(f"rules.because.{because.key}", number=because.number)
            for because in reasons
        )
        for one, reasons in said.items()
    }


def _in_brief(
    town: Town, rule: str, demands: Sequence[Reason], words: Words
) -> Iterator[str]:
    yield from demand_texts(town, demands[:FIRST_OF_RULE], words)
    if (more := len(demands) - FIRST_OF_RULE) > 0:
        yield words("rules.more", count=more, rule=words(f"rules.{rule}.name"))


def _with_clause(town: Town, because: Reason, text: str, words: Words) -> str:
    clause = settings_of(town, because.rule).clause
    if clause is None:
        return text
    return words("console.text.with_clause", text=text, clause=words.name(clause))
