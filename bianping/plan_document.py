"""``plan.json`` and ``explanation.json``."""

from collections.abc import Mapping, Sequence

from bianping.documents import Json, document
from bianping.movement_texts import movements_json
from bianping.rule_texts import breach_texts, demand_texts, why
from bianping.selection_texts import selection_json
from bianping.staffing import Staffing, goals_of_sum, objectives
from optimizer.outcome import Impossible
from optimizer.reason import Reason
from scenarios import Assignment, Town
from scenarios.words import Words


def plan_document(staffing: Staffing, words: Words) -> str:
    """Return the plan as JSON: status, goals, who holds what and why."""
    town = staffing.town
    because = why(staffing, words)
    breaches = staffing.breaches
    return document(
        "bianping.plan/1",
        {
            "scenario": town.id,
            "staffing": town.staffing,
            "status": staffing.status,
            "objective": objective_rows(staffing),
            "assignments": _assignments(staffing, because),
            "breaches": reason_rows(breaches, breach_texts(town, breaches, words)),
            **_both_sides(staffing),
            **refusal_rows(staffing, words),
        },
    )


def objective_rows(staffing: Staffing) -> list[Json]:
    """Return how far each goal was reached; goals of a weighted sum have no bound."""
    steps: list[Json] = [
        {"goal": one.goal, "value": one.value, "bound": one.bound}
        for one in objectives(staffing)
    ]
    summands: list[Json] = [
        {"goal": goal, "value": value, "bound": None}
        for goal, value in goals_of_sum(staffing).items()
    ]
    return steps + summands


def explanation_document(staffing: Staffing, words: Words) -> str:
    """Return why a town can't be staffed, as JSON."""
    return _explanation(staffing.town, staffing.status, refusal_rows(staffing, words))


def possible_document(town: Town) -> str:
    """Return that a town can be staffed, as the explanation that there is."""
    return _explanation(town, "possible", {})


def _explanation(town: Town, status: str, refusal: Mapping[str, Json]) -> str:
    body = {"scenario": town.id, "status": status, **refusal}
    return document("bianping.explanation/1", body)


def _assignments(staffing: Staffing, because: Mapping[Assignment, str]) -> list[Json]:
    return [
        {
            "post": one.post,
            "seat": one.seat.value,
            "person": one.person,
            "because": because.get(one, ""),
        }
        for one in staffing.plan or ()
    ]


def _both_sides(staffing: Staffing) -> dict[str, Json]:
    """Return the wishes met and the changes, where the scenario has any."""
    chosen, moves = staffing.selection, staffing.moves
    return {
        **({} if chosen is None else {"wishes": selection_json(chosen)}),
        **({} if moves is None else {"moves": movements_json(moves)}),
    }


def refusal_rows(staffing: Staffing, words: Words) -> dict[str, Json]:
    """Return what clashes and what would help, for a town that can't be staffed."""
    if not isinstance(staffing.outcome, Impossible):
        return {}
    town, outcome = staffing.town, staffing.outcome
    return {
        "conflict": reason_rows(
            outcome.conflict, demand_texts(town, outcome.conflict, words)
        ),
        "relaxations": [sorted(one.rules) for one in outcome.relaxations],
        "relaxation_prices": [
            {
                "rules": sorted(one.rules),
                "demands": len(one.given_up),
                "fewest": one.fewest,
                "given_up": reason_rows(
                    one.given_up, demand_texts(town, one.given_up, words)
                ),
            }
            for one in outcome.relaxations
        ],
        "complete": outcome.complete,
    }


def reason_rows(reasons: Sequence[Reason], texts: Sequence[str]) -> list[Json]:
    """Return demands or breaches, each with its sentence."""
    return [
        {"rule": one.rule, "subjects": list(one.subjects), "text": text}
        for one, text in zip(reasons, texts, strict=True)
    ]
