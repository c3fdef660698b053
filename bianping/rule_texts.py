"""What rules say of a plan, as sentences: what clashes, what is broken, and why."""

from collections.abc import Mapping, Sequence

from bianping.staffing import Staffing
from optimizer.account import accounts
from optimizer.outcome import Solved
from optimizer.reason import Reason
from optimizer.sentences import breach_sentence, demand_sentence
from optimizer.settings import settings_of
from scenarios import Assignment, Town
from scenarios.words import Words


def demand_texts(
    town: Town, demands: Sequence[Reason], words: Words
) -> tuple[str, ...]:
    """Return demands as sentences, each with its clause if it has one."""
    return tuple(
        _with_clause(town, one, demand_sentence(town, one, words), words)
        for one in demands
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


def _with_clause(town: Town, because: Reason, text: str, words: Words) -> str:
    clause = settings_of(town, because.rule).clause
    if clause is None:
        return text
    return words("console.text.with_clause", text=text, clause=words.name(clause))
