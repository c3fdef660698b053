"""Towns for careers: a reform of about a hundred people, and tiny closed systems."""

from typing import Any

from scenarios.language.months import month_text
from simulation.careers import draw_careers, play_careers
from tests.towns import person, plan, post, town

LEADER = {"title": {"unit": "office", "grade": "leader"}}

NO_FLOWS = {
    "minimum_service_years": 0,
    "leave_young": 0,
    "leave_older": 0,
    "lose": 0,
    "replace_share": 0,
    "seat_years": 1e9,
    "leader_openings": 0,
    "excellent_share": 0,
    "boards_per_year": 12,
    "term_years": 0,
}
"""Nobody comes, goes or leaves a chair unless the test says so."""

RANKS = {
    "name": "职级",
    "identity": "civil_servant",
    "rungs": {
        "second_clerk": {"name": "二级科员", "years": 2},
        "first_clerk": {"name": "一级科员", "years": 2},
        "fourth_senior": {"name": "四级主任科员", "years": 2},
        "third_senior": {"name": "三级主任科员", "years": 2},
        "second_senior": {"name": "二级主任科员", "years": 2},
        "first_senior": {"name": "一级主任科员", "years": 2},
    },
    "quota": {
        "senior": {
            "rungs": [
                "fourth_senior",
                "third_senior",
                "second_senior",
                "first_senior",
            ],
            "share": 0.6,
        },
        "upper": {"rungs": ["second_senior", "first_senior"], "share": 0.3},
    },
}
GRADES = {
    "name": "职员等级",
    "identity": "institution_staff",
    "rungs": {
        "tenth": {"name": "十级", "years": 3},
        "ninth": {"name": "九级", "years": 6},
        "eighth": {"name": "八级", "years": 6},
        "seventh": {"name": "七级", "years": 13},
    },
    "quota": {"upper": {"rungs": ["eighth", "seventh"], "share": 0.3}},
}


def reform(design: str, **careers: Any):
    """Return a town of 79 people under a design.

    Parameters
    ----------
    design
        ``old``: 11 units, 11 chiefs and 11 deputies; ``flat``: 6 and 10;
        ``dual``: as flat, but the titles stay with the 11 old units.
    """
    operating = 11 if design == "old" else 6
    deputies = 11 if design == "old" else 10
    worth = {"counts_as": "none"} if design == "dual" else {}
    units: dict[str, Any] = {f"u{k}": {"name": f"办{k}"} for k in range(operating)}
    units |= {
        f"old{k}": {
            "name": f"旧{k}",
            "operates": False,
            "titles": {"mid_chief": 1, "mid_deputy": 1} if design == "dual" else {},
        }
        for k in range(11)
    }
    posts: dict[str, Any] = {}
    for k in range(operating):
        posts[f"chief{k}"] = post(unit=f"u{k}", grade="mid_chief", **worth)
    for k in range(deputies):
        posts[f"deputy{k}"] = post(
            unit=f"u{k % operating}", grade="mid_deputy", **worth
        )
    return town(
        people=people(),
        units=units,
        posts=posts,
        ladders={"ranks": RANKS, "grades": GRADES},
        careers=careers,
    )


def people() -> dict[str, Any]:
    """Return 11 leaders, 20 civil servants, 46 institution staff, 2 of support."""
    found: dict[str, Any] = {}
    for k in range(79):
        born = 1968 + (k * 7) % 34
        civil = k < 31
        identity = "civil_servant" if civil else "institution_staff"
        found[f"p{k:02d}"] = person(
            identity=identity if k < 77 else "support_staff",
            sex="m" if k % 5 < 3 else "f",
            born=f"{born}-{k % 12 + 1:02d}",
            joined=f"{born + 23}-08",
            **_rank(civil=civil, age=2026 - born, number=k),
            **_title(k),
        )
    return found


def _rank(*, civil: bool, age: int, number: int) -> dict[str, Any]:
    if number >= 77 or age < 24:
        return {}
    ladder = RANKS if civil else GRADES
    rungs = list(ladder["rungs"])
    rung = min(len(rungs) - 1, max(0, (age - 26) // 7))
    return {"rank": rungs[rung], "rank_since": f"{2021 + number % 4}-07"}


def _title(number: int) -> dict[str, Any]:
    if number < 11:
        return {"title": {"unit": "old0", "grade": "leader"}}
    if 20 <= number < 42:
        unit, grade = f"old{(number - 20) % 11}", "mid_chief"
        if number >= 31:
            grade = "mid_deputy"
        return {"title": {"unit": unit, "grade": grade}}
    return {}


def play(who=None, *, seed=1, **sections):
    """Return the log of a town in which nothing happens but what is said."""
    careers = {**sections.pop("careers", {})}
    flows = {**NO_FLOWS, **careers.pop("flows", {})}
    settings = {"years": 6, **careers, "flows": flows}
    design = town(careers=settings, **sections)
    luck = draw_careers(design, seed=seed, replication=0)
    return play_careers(design, who or plan(), luck)


def rows(log, *kinds):
    return [
        (month_text(row.month), row.person, row.of)
        for row in log.rows
        if row.happened in kinds
    ]


def ladder(*rungs, **keys):
    return {
        "ranks": {
            "name": "职级",
            "identity": "civil_servant",
            "rungs": {
                f"r{k}": {"name": f"级{k}", "years": 1, **one}
                for k, one in enumerate(rungs)
            },
            **keys,
        }
    }


def on_rung(number=0, since="2025-01", **keys):
    return person(rank=f"r{number}", rank_since=since, **keys)
