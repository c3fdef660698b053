"""``frontier.json``."""

from math import isinf

from bianping.documents import Json, document
from bianping.plan_document import objective_rows, refusal_rows
from bianping.staffing import Staffing
from bianping.trading import plan_name, staffing_of, tradeoff
from optimizer.front import Frontier
from plots import Region
from scenarios.words import Words

SCHEMA = "bianping.frontier/1"


def frontier_document(found: Frontier) -> str:
    """Return a frontier as JSON: goals kept, points, and where others may lie."""
    shown = tradeoff(found)
    any_plan = staffing_of(found, found.points[0])
    points: list[Json] = [
        {
            "number": number,
            "values": dict(zip(shown.goals, mark.values, strict=True)),
            "bounds": dict(zip(shown.goals, mark.bounds, strict=True)),
            "proven": mark.proven,
            "plan": plan_name(number),
        }
        for number, mark in enumerate(shown.marks, start=1)
    ]
    return document(
        SCHEMA,
        {
            "scenario": found.town.id,
            "status": "complete" if found.complete else "partial",
            "between": shown.goals[0],
            "and": shown.goals[1],
            "kept": objective_rows(any_plan)[:-2],
            "points": points,
            "gaps": [_gap(one, shown.goals) for one in shown.regions],
        },
    )


def no_frontier_document(staffing: Staffing, words: Words) -> str:
    """Return that there is no plan, or none was found, and why."""
    body = {"scenario": staffing.town.id, "status": staffing.status}
    return document(SCHEMA, {**body, **refusal_rows(staffing, words)})


def _gap(region: Region, goals: tuple[str, str]) -> Json:
    spans = dict(zip(goals, (region.first, region.second), strict=True))
    return {
        "after_point": region.place,
        **{
            goal: {"least": least, "most": None if isinf(most) else most}
            for goal, (least, most) in spans.items()
        },
    }
