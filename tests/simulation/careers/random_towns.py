"""Small towns of any kind, with every flow and policy that careers know."""

from typing import Any

from hypothesis.strategies import (
    booleans,
    composite,
    fixed_dictionaries,
    integers,
    none,
    sampled_from,
)

from simulation.careers.setting import Setting
from tests.towns import person, plan, post, town

TERM_CHANGES = fixed_dictionaries(
    {
        "year": sampled_from([2020, 2026]),
        "month": sampled_from([1, 6, 12]),
        "every_years": sampled_from([1, 2, 5]),
        "turnover": sampled_from([0, 0.3, 1]),
        "institution_staff": sampled_from([0, 1, 3]),
    }
)
FLOWS = fixed_dictionaries(
    {
        "minimum_service_years": sampled_from([0, 2, 5]),
        "leave_young": sampled_from([0, 0.06, 0.5]),
        "leave_older": sampled_from([0, 0.01, 0.3]),
        "resign": sampled_from([0, 0.3]),
        "second": sampled_from([0, 0.05, 0.5]),
        "second_months": sampled_from([6, 30]),
        "lose": sampled_from([0, 0.003, 0.3]),
        "early_leave": sampled_from([0, 0.5]),
        "late_share": sampled_from([0, 0.5, 1]),
        "replace_share": sampled_from([0, 0.7, 1]),
        "seat_years": sampled_from([0.01, 1, 4.5]),
        "leader_openings": sampled_from([0, 1.5, 20]),
        "leader_inside_share": sampled_from([0, 0.35, 1]),
        "term_years": sampled_from([0, 2]),
        "excellent_share": sampled_from([0, 0.2, 0.9]),
        "boards_per_year": sampled_from([1, 2, 5, 12]),
        "same_month": sampled_from(["together", "one_by_one"]),
        "term_change": none() | TERM_CHANGES,
    }
)
POLICIES = fixed_dictionaries(
    {
        "credit": sampled_from(["appointed_title", "operating_post", "either"]),
        "mid_level_share": sampled_from([None, 0.2, 0.6]),
        "deputies_count": booleans(),
        "seniority_weight": sampled_from([0, 0.3, 0.5, 1]),
        "quota_factor": sampled_from([0, 0.5, 1, 1.7]),
        "county_pooling": booleans(),
        "old_titles": sampled_from(["refill", "lapse"]),
        "keep_titles": booleans(),
        "rotation_years": sampled_from([None, 0.1, 2]),
    }
)
IDENTITIES = ["civil_servant", "institution_staff", "support_staff"]
TITLES = [None, None, None, "leader", "mid_chief", "mid_deputy"]


@composite
def quotas(draw: Any, rungs: list[str]) -> dict[str, Any]:
    given = {
        "rungs": rungs,
        "share": draw(sampled_from([None, 0.3])),
        "seats": draw(sampled_from([None, 1, 4])),
        "per_year": draw(sampled_from([None, 0.7, 3])),
        "leaders_count": draw(booleans()),
    }
    return {key: value for key, value in given.items() if value is not None}


@composite
def ladders(draw: Any, identity: str) -> dict[str, Any]:
    rungs = {
        f"{identity}_{k}": {
            "name": f"级{k}",
            "years": draw(sampled_from([0, 1, 2])),
            "service_years": draw(sampled_from([0, 0, 10])),
            "excellent": draw(sampled_from([0, 0, 1])),
            "titles": draw(sampled_from([[], [], ["mid_chief", "leader"]])),
            "leaders_at_least": draw(sampled_from([False, False, True])),
        }
        for k in range(4)
    }
    names = list(rungs)
    return {
        "name": "职级",
        "identity": identity,
        "rungs": rungs,
        "quota": {
            "upper": draw(quotas(names[2:])),
            "top": draw(quotas(names[3:])),
        },
        "points": {
            "vote": draw(sampled_from([0, 10])),
            "special": draw(sampled_from([0, 1])),
            "special_posts": draw(sampled_from([[], ["chief"]])),
        },
        "excellent_saves_years": draw(sampled_from([0, 0.5])),
        "late_retirement": draw(booleans()),
    }


@composite
def people(draw: Any) -> dict[str, Any]:
    found = {}
    for k in range(draw(integers(4, 16))):
        identity = draw(sampled_from(IDENTITIES))
        born = draw(integers(1964, 2002))
        keys: dict[str, Any] = {
            "identity": identity,
            "sex": draw(sampled_from("mf")),
            "born": f"{born}-{draw(integers(1, 12)):02d}",
            "joined": f"{born + 22}-07",
        }
        title = draw(sampled_from(TITLES))
        if title:
            keys["title"] = {"unit": "old", "grade": title}
        if identity != "support_staff" and draw(booleans()):
            keys["rank"] = f"{identity}_{draw(integers(0, 3))}"
            keys["rank_since"] = f"{draw(integers(2018, 2025))}-07"
        found[f"p{k:02d}"] = person(**keys)
    return found


@composite
def settings_of(draw: Any) -> Setting:
    """Return the setting of a random town under a random plan."""
    dual = draw(booleans())
    worth = {"counts_as": "none"} if dual else {}
    titles = {"mid_chief": 2, "mid_deputy": 1} if dual else {}
    staff = draw(people())
    design = town(
        people=staff,
        units={
            "office": {"name": "办"},
            "old": {"name": "旧", "operates": False, "titles": titles},
        },
        posts={
            "chief": post(grade="mid_chief", seats=2, **worth),
            "deputy": post(grade="mid_deputy", seats=2, **worth),
        },
        ladders={
            "ranks": draw(ladders("civil_servant")),
            "grades": draw(ladders("institution_staff")),
        },
        careers={
            "years": draw(integers(1, 5)),
            "policy": draw(POLICIES),
            "flows": draw(FLOWS),
        },
    )
    names = sampled_from(sorted(staff))
    rows = [(one, "A", draw(names)) for one in ("chief", "chief", "deputy")]
    return Setting.of(design, plan(*rows))
