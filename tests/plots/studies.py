"""Made-up studies of a made-up town: of any size, and always the same."""

from collections.abc import Iterator
from itertools import combinations
from math import sin

from plots import Study
from scenarios import Assignment, Plan, Seat, Town
from simulation.summary import Key, Measure
from tests.towns import person

OFFICES = (
    "党政综合办公室", "党建工作办公室", "经济发展办公室", "社会事务办公室",
    "社会治理和应急管理办公室", "规划建设和生态环境办公室", "综合行政执法办公室",
    "便民服务中心", "农业综合服务中心", "宣传文化服务中心", "农民工和退役军人服务中心",
)  # fmt: skip
LEADERS = (
    "党委书记", "镇长", "人大主席", "党委副书记", "纪委书记", "组织委员",
    "宣传统战委员", "人民武装部部长", "副镇长（农业农村）",
)  # fmt: skip
WORK = (
    "农村宅基地和建房审批联合踏勘", "城乡居民养老和医疗保险征缴", "12345热线工单办理",
    "低保和临时救助入户核查", "安全生产检查", "森林防火和秸秆禁烧巡查",
    "信访接待", "公文办理",
)  # fmt: skip
MODULES = ("经济发展", "社会事务", "组织建设", "和谐稳定")


def number(*seed: object) -> float:
    """Return a number from 0 to 1 that looks like chance and never changes."""
    return 0.5 + 0.5 * sin(sum(map(ord, "|".join(map(str, seed)))) * 12.9898)


def design(kind: str = "old", *, people: int = 24, posts: int = 20) -> Town:
    """Return a design: ``old`` has offices under leaders, others have modules."""
    count = max(len(LEADERS) + 2, posts)
    flat = kind != "old"
    return Town.model_validate(
        {
            "schema": 1,
            "id": kind,
            "name": {"old": "七办四中心", "flat": "四办两中心"}.get(kind, "双轨运行"),
            "layers": ["module_lead", "leader"]
            if flat
            else ["chief", "in_charge", "leader"],
            "leader": "leader_0",
            "people": {f"p{n:03d}": person(name=f"甲{n:02d}") for n in range(people)},
            "modules": {
                f"m{n}": {"name": name, "lead": f"leader_{n + 1}"}
                for n, name in enumerate(MODULES)
            }
            if flat
            else {},
            "units": _units(kind),
            "posts": _posts(count, 6 if flat else 11),
            "work": {
                f"w{n:02d}": {
                    "name": WORK[n % len(WORK)] + ("" if n < 8 else f"（{n}）"),
                    "unit": "u0",
                    "arrive": {"per_year": 10},
                    "steps": [{"who": "post_00", "hours": 2}],
                }
                for n in range(max(8, posts // 2))
            },
        }
    )


def study(kind: str = "old", *, people: int = 24, posts: int = 20) -> Study:
    """Return a design with a plan and a whole set of measures."""
    town = design(kind, people=people, posts=posts)
    return Study(town, staffing(town), measures(town))


def staffing(town: Town) -> Plan:
    """Return a plan in which most people serve one lead, and some another too."""
    people, rows = list(town.people), []
    for n, post in enumerate(town.posts):
        holder = people[n * len(people) // len(town.posts)]
        stride = 1 if number(post, "far") < 0.8 else len(people) // 3
        backup = people[(people.index(holder) + stride) % len(people)]
        rows.append(Assignment(post, Seat.A, holder))
        rows.append(Assignment(post, Seat.B, backup))
    return Plan.of(rows)


def measures(town: Town) -> dict[Key, Measure]:
    """Return made-up measures, for everything that charts show."""
    found: dict[Key, Measure] = {}
    for name, of, most in _sizes(town):
        mean = most * (0.3 + 0.7 * number(name, of, town.id))
        found[name, of] = Measure(name, of, mean, 0.08 * mean, 20)
    return found


def _sizes(town: Town) -> Iterator[tuple[str, str, float]]:
    """Yield each measure, what it is of, and about how large it may be."""
    yield from ((name, "town", most) for name, most in TOWN_MEASURES.items())
    yield from (("utilisation", f"person:{one}", 1.1) for one in town.people)
    for week in range(1, 54):
        for name, most in WEEK_MEASURES.items():
            yield name, f"week:{week:02d}", most
    for stream in town.work:
        yield "waiting_hours", f"stream:{stream}", 4 ** (4 * number(stream))
    for lead, other in combinations(town.leads, 2):
        if number(lead, other) > 0.3:
            yield "clashes", f"leads:{lead}+{other}", 60
    for lead in town.leads:
        yield "decision_queue_hours", f"lead:{lead}", 12
    yield from _of_careers(town)
    for cohort in ("age_30", "age_31_40", "age_41_50", "age_51", "women", "men"):
        yield "promotion_opportunity_10y", f"cohort:{cohort}", 0.9
        yield "mid_level_opportunity_10y", f"cohort:{cohort}", 0.7


def _of_careers(town: Town) -> Iterator[tuple[str, str, float]]:
    for year in range(2026, 2041):
        yield "retirements_in_year", f"year:{year}", 3
        yield "people", f"year:{year}", 80
        for band in ("", "+age_30", "+age_31_40", "+age_41_50", "+age_51"):
            yield "people", f"year:{year}{band}", 30
            yield "mid_level_waiting_share", f"year:{year}{band}", 0.8
    for one in town.people:
        yield "rises", f"person:{one}", 4
        yield "seat_years", f"person:{one}", 10


TOWN_MEASURES = {
    "clashes": 300.0, "clash_hours": 420.0, "takeovers": 900.0, "both_away": 30.0,
    "waiting_hours": 6.0, "time_in_system_hours": 40.0, "late_share": 0.2,
    "open_at_end": 200.0, "decision_queue_hours": 5.0, "joint_attempts_failed": 60.0,
    "joint_wait_days": 9.0, "county_lag_days": 16.0, "utilisation": 0.9,
    "promotions": 6.0, "promotion_opportunity_10y": 0.6, "stuck_share": 0.3,
}  # fmt: skip


WEEK_MEASURES = {
    "clashes": 8.0, "utilisation": 1.0, "open_at_week_end": 300.0, "waiting_hours": 9.0,
}  # fmt: skip


def paired(base: Study, other: Study) -> dict[Key, Measure]:
    """Return differences of the means, as if they had been paired."""
    return {
        key: Measure(*key, one.mean - before.mean, 0.05 * before.mean, 20)
        for key, before in base.measures.items()
        if (one := other.measures.get(key)) is not None
    }


def _units(kind: str) -> dict[str, dict[str, object]]:
    flat = kind != "old"
    units: dict[str, dict[str, object]] = {
        "board": {"name": "党政班子", "kind": "leadership"}
    }
    for n, name in enumerate(OFFICES[:6] if flat else OFFICES):
        command = (
            {"module": f"m{n % 4}"} if flat else {"in_charge": f"leader_{n % 8 + 1}"}
        )
        units[f"u{n}"] = {"name": name, **command}
    units["land"] = {"name": "自然资源所", "kind": "dispatched", "control": "county"}
    if kind == "dual":
        for n, name in enumerate(OFFICES[6:]):
            units[f"t{n}"] = {
                "name": name,
                "operates": False,
                "titles": {"mid_chief": 1, "mid_deputy": 1},
            }
    return units


def _posts(count: int, units: int) -> dict[str, dict[str, object]]:
    posts: dict[str, dict[str, object]] = {
        f"leader_{n}": {"name": name, "unit": "board", "grade": "leader"}
        for n, name in enumerate(LEADERS)
    }
    rest = count - len(LEADERS)
    for n in range(rest):
        unit = n * units // rest
        posts[f"post_{n:02d}"] = {
            "name": f"{OFFICES[unit][:4]}业务岗{n}",
            "unit": f"u{unit}",
        }
    return posts
