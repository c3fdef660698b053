"""What came of staffing, in lines for the terminal."""

from collections.abc import Iterator, Sequence

from bianping.staffing import Given, Staffing, demand_texts, goals_of_sum, objectives
from optimizer.outcome import Impossible, Solved, Undecided
from scenarios import Town
from scenarios.words import Words


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
    match staffing.outcome:
        case Impossible() as impossible:
            yield from refusal_lines(town, impossible, words)
        case Given(breaches=breaches) if breaches:
            yield words("console.plan.breaches", count=len(breaches))
        case _:
            pass


def refusal_lines(town: Town, impossible: Impossible, words: Words) -> Iterator[str]:
    """Yield the demands that clash, and the rules whose giving up would help."""
    yield words("console.plan.conflict")
    yield from _items(demand_texts(town, impossible.conflict, words), words)
    if not impossible.relaxations:
        yield words("console.plan.no_relaxation")
        return
    yield words("console.plan.relaxations")
    yield from _items(relaxation_texts(impossible, words), words)


def relaxation_texts(impossible: Impossible, words: Words) -> list[str]:
    """Return each group of rules by the rules' names."""
    return [
        words("console.text.and").join(
            words(f"rules.{rule}.name") for rule in sorted(rules)
        )
        for rules in impossible.relaxations
    ]


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
