"""``explanation.json`` of a plan: the next best people, and what rules cost."""

from collections.abc import Mapping

from bianping.documents import Json, document
from bianping.exploration import Exploration
from bianping.plan_document import objective_rows, reason_rows, refusal_rows
from bianping.rule_texts import demand_texts
from optimizer.choices import Choice
from optimizer.prices import Price
from scenarios import Town
from scenarios.words import Words


def exploration_document(exploration: Exploration, words: Words) -> str:
    """Return what was found out about a plan, as JSON."""
    staffing = exploration.staffing
    town = staffing.town
    body: dict[str, Json] = {
        "scenario": town.id,
        "status": "possible" if staffing.plan is not None else staffing.status,
        **refusal_rows(staffing, words),
    }
    if staffing.plan is not None:
        body["plan"] = {
            "status": staffing.status,
            "objective": objective_rows(staffing),
        }
    if exploration.choices is not None:
        body["choices"] = [_choice(town, one, words) for one in exploration.choices]
    if exploration.prices is not None:
        body["prices"] = [_price(one) for one in exploration.prices]
    return document("bianping.explanation/1", body)


def _choice(town: Town, choice: Choice, words: Words) -> Json:
    return {
        "post": choice.post,
        "seat": choice.seat.value,
        "holders": list(choice.holders),
        "decided_by": {"rules": dict(choice.kept_away), "goals": list(choice.decisive)},
        "alternatives": [
            {
                "person": one.person,
                "costs": _goals(one.more),
                "proven": one.proven,
            }
            for one in choice.alternatives
        ],
        "barred": [
            {
                "people": list(one.people),
                "demands": reason_rows(
                    one.demands, demand_texts(town, one.demands, words)
                ),
            }
            for one in choice.barred
        ],
        "complete": choice.complete,
    }


def _price(price: Price) -> Json:
    looser = price.looser
    limit: Json = None
    if looser.limit:
        limit = {"key": looser.limit, "from": looser.before, "to": looser.after}
    return {
        "rule": looser.rule,
        "limit": limit,
        "gains": [
            {
                "goal": goal,
                "value": value,
                "most": value if goal in price.exact else price.most.get(goal),
                "proven": goal in price.exact,
            }
            for goal, value in price.gain.items()
        ],
    }


def _goals(cost: Mapping[str, float]) -> list[Json]:
    return [{"goal": goal, "value": value} for goal, value in cost.items()]
