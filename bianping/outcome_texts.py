"""What came of staffing, in lines for the terminal."""

from collections.abc import Iterator, Sequence

from bianping.movement_texts import movements_line
from bianping.rule_texts import demand_texts, demand_texts_in_brief
from bianping.selection_texts import selection_lines
from bianping.staffing import Given, Staffing, goals_of_sum, objectives
from optimizer.outcome import Impossible, Relaxation, Solved, Undecided
from scenarios import Town
from scenarios.words import Words

_MOST_DEMANDS = 3
"""Of longer lists of demands the terminal gives the number only."""


def outcome_lines(staffing: Staffing, seconds: float, words: Words) -> Iterator[str]:
    """Yield the status, then the goals with their bounds, or why there is no plan."""
    town = staffing.town
    status = words(_status_key(staffing), seconds=seconds)
    yield words("console.plan.status", name=words.name(town.name), status=status)
    for one in objectives(staffing):
        yield words(
            "console.plan.step",
            goal=words(f"goals.{one.goal}.name"),
            unit=words(f"goals.{one.goal}.unit"),
            value=f"{one.value:g}",
            bound=f"{one.bound:g}",
        )
    for goal, value in goals_of_sum(staffing).items():
        yield words(
            "console.plan.of_sum",
            goal=words(f"goals.{goal}.name"),
            unit=words(f"goals.{goal}.unit"),
            value=f"{value:g}",
        )
    if (chosen := staffing.selection) is not None:
        yield from selection_lines(town, chosen, words)
    if (moves := staffing.moves) is not None:
        yield movements_line(moves, words)
    match staffing.outcome:
        case Impossible() as impossible:
            yield from refusal_lines(town, impossible, words)
        case _ if staffing.breaches:
            yield words("console.plan.breaches", count=len(staffing.breaches))
        case _:
            pass


def refusal_lines(town: Town, impossible: Impossible, words: Words) -> Iterator[str]:
    """Yield the demands that clash, and the rules whose giving up would help."""
    yield words(f"console.plan.{_conflict_key(impossible)}")
    yield from _items(demand_texts_in_brief(town, impossible.conflict, words), words)
    if impossible.relaxations:
        yield words("console.plan.relaxations")
    for one in impossible.relaxations:
        yield words("console.plan.item", text=relaxation_text(one, words))
        if len(one.given_up) <= _MOST_DEMANDS:
            for text in demand_texts(town, one.given_up, words):
                yield words("console.plan.subitem", text=text)
    if impossible.complete and not impossible.relaxations:
        yield words("console.plan.no_relaxation")
    elif not (impossible.complete or impossible.interrupted):
        yield words("console.plan.incomplete")


def _conflict_key(impossible: Impossible) -> str:
    if impossible.interrupted:
        return "conflict_interrupted"
    return "conflict" if impossible.complete else "conflict_unthinned"


def relaxation_text(one: Relaxation, words: Words) -> str:
    """Return a group of rules by their names, with the demands to be given up."""
    names = (words(f"rules.{rule}.name") for rule in sorted(one.rules))
    return words(
        "console.plan.relaxation" if one.fewest else "console.plan.relaxation_found",
        rules=words("console.text.and").join(names),
        count=len(one.given_up),
    )


def _items(texts: Sequence[str], words: Words) -> Iterator[str]:
    for text in texts:
        yield words("console.plan.item", text=text)


def _status_key(staffing: Staffing) -> str:
    match staffing.outcome:
        case Given(origin=origin):
            return f"console.plan.{origin}"
        case Solved(interrupted=True):
            return "console.plan.interrupted"
        case Solved() | Impossible() | Undecided():
            return f"console.plan.{staffing.status}"
