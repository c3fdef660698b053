"""Tiny towns and all their plans, for holding the solver to plain Python."""

from itertools import chain, combinations, product

from hypothesis import strategies as st

from optimizer.audit import audit
from scenarios import Assignment, Plan, Seat
from scenarios.language.rules import Mode
from tests.towns import person, post, town


def every_plan(design):
    """Yield each way of filling seats: none twice, nobody twice at one post."""
    choices = [list(fillings(one, tuple(design.people))) for one in posts_of(design)]
    for chosen in product(*choices):
        yield Plan.of(chain.from_iterable(chosen))


def posts_of(design):
    return design.posts.values()


def fillings(one, people):
    for holders in up_to(people, one.seats):
        free = [other for other in people if other not in holders]
        for backups in up_to(free, one.backups):
            yield (
                *(Assignment(one.id, Seat.A, who) for who in holders),
                *(Assignment(one.id, Seat.B, who) for who in backups),
            )


def up_to(people, most):
    return chain.from_iterable(combinations(people, k) for k in range(most + 1))


def lawful_plans(design):
    return [p for p in every_plan(design) if not audit(design, p, modes=(Mode.HARD,))]


def town_where_every_rule_bites(**sections):
    """A head, a clerk, an officer and an accountant for three people."""
    return town(
        **{
            "units": {
                "top": {"name": "班子", "kind": "leadership"},
                "office": {"name": "办", "module": "all", "chief": "clerk"},
            },
            "modules": {"all": {"name": "全", "lead": "head"}},
            "leader": "head",
            "posts": {
                "head": post(
                    unit="top", grade="leader", hours=20, requires={"party": True}
                ),
                "clerk": post(hours=15, full_time="exclusive", excludes=["accountant"]),
                "officer": post(seats=2, backups=0, hours=10, full_time="duty"),
                "accountant": post(backups=0, hours=18),
            },
            "people": {
                "ann": person(
                    title={"unit": "top", "grade": "leader"},
                    party=True,
                    certificates=["law"],
                    kin=["bob"],
                    max_posts=1,
                ),
                "bob": person(hours=30, certificates=["law"], party=True),
                "cui": person(
                    identity="dispatched",
                    control="county",
                    establishment="office",
                    hours=35,
                ),
            },
            "matters": {
                "fine": {
                    "name": "罚",
                    "list": "statutory",
                    "unit": "office",
                    "certificates": ["law"],
                }
            },
            "scores": {
                "only": True,
                "rows": [
                    {"person": who, "post": where, "hours": 22}
                    if (who, where) == ("bob", "clerk")
                    else {"person": who, "post": where}
                    for who in ("ann", "bob", "cui")
                    for where in ("head", "clerk", "officer", "accountant")
                    if (who, where) != ("ann", "accountant")
                ],
            },
            "rules": {"backup": {"most": 1}, "identity": {"mode": "hard"}},
            "pins": {"head": ["ann"]},
            **sections,
        }
    )


def town_where_designs_bite(**sections):
    """A head, a clerk and two villages; rules that a scenario must ask for."""
    summer = "0 0 0 0 0 6 6 0 0 0 0 0"
    return town(
        **{
            "id": "designs",
            "units": {
                "top": {
                    "name": "班子",
                    "kind": "leadership",
                    "establishment": 1,
                    "town": "east",
                },
                "office": {
                    "name": "办",
                    "module": "all",
                    "establishment": 1,
                    "town": "west",
                },
            },
            "modules": {"all": {"name": "全", "lead": "head"}},
            "leader": "head",
            "posts": {
                "head": post(unit="top", grade="leader", backups=0, hours=12),
                "clerk": post(hours=16, season=summer, full_time="duty", other_hours=9),
                "village": post(grade="agent", seats=2, hours=8, season=summer),
                "hamlet": post(grade="agent", hours=10, backups=1),
            },
            "people": {
                "ann": person(
                    establishment="top",
                    transfers=["west"],
                    certificates=["law"],
                    absences={"dates": ["2026-07-01/2026-07-10"]},
                ),
                "bob": person(
                    establishment="office",
                    hours=30,
                    certificates=["law"],
                    absences={"dates": ["2026-02-02", "2026-07-10/2026-07-12"]},
                ),
                "cui": person(
                    identity="institution_staff",
                    hours=20,
                    absences={"dates": ["2026-07-11"]},
                ),
            },
            "matters": {
                "fine": {
                    "name": "罚",
                    "list": "delegated",
                    "unit": "office",
                    "certificates": ["law"],
                    "hours_per_year": 10,
                },
                "form": {
                    "name": "表",
                    "list": "statutory",
                    "unit": "office",
                    "hours_per_year": 30,
                },
            },
            "rules": {
                "backup": {"within": "unit", "exempt": ["hamlet"]},
                "identity": {
                    "least": {"civil_servant": 0.5},
                    "units": {"top": {"most": {"institution_staff": 0}}},
                },
                "transfers": {"most": 0},
                "establishment": {"most_borrowed": 0.5},
                "span_of_control": {"most": 2, "most_hours": 30},
                "peaks": {"above": 2},
                "full_time": {"mode": "hard"},
                "joint_absence": {"mode": "hard"},
                "matters": {"most_share": 0.5},
                "villages": {"most": 1},
                "n_minus_1": {"surge": 1},
            },
            **sections,
        }
    )


@st.composite
def random_towns(draw, *, goals=None, max_seats=1):
    """Towns of two or three people and posts, with something of everything."""
    hours = st.sampled_from([4, 10, 15, 20, 25])
    seasons = st.sampled_from(
        [None, "9 1 1 1 1 1 1 1 1 1 1 1", "0 0 0 0 0 1 1 0 0 0 0 0"]
    )
    people = [f"p{k}" for k in range(draw(st.integers(2, 3)))]
    names = [f"q{k}" for k in range(draw(st.integers(1, 3)))]
    posts = {
        name: post(
            unit=draw(st.sampled_from(["office", "other"])),
            hours=draw(hours),
            season=draw(seasons),
            seats=draw(st.integers(0, max_seats)),
            backups=draw(st.integers(0, 1)),
            full_time=draw(st.sampled_from(["no", "no", "duty"])),
            requires={"party": draw(st.booleans())},
            backup_requires=draw(st.sampled_from([None, {}])),
            grade=draw(st.sampled_from(["staff", "agent", "mid_chief"])),
        )
        for name in names
    }
    return town(
        posts=posts,
        units={
            "office": {"name": "办", "town": "east"},
            "other": {"name": "办", "town": "west", "in_charge": names[0]},
        },
        leader=names[-1],
        people={
            who: person(
                party=draw(st.booleans()),
                hours=draw(st.sampled_from([20, 40])),
                transfers=draw(st.sampled_from([[], ["east"], ["west"]])),
                holds=draw(st.lists(st.sampled_from(names), max_size=2, unique=True)),
            )
            for who in people
        },
        scores={
            "rows": [
                {
                    "person": who,
                    "post": where,
                    "wish": draw(st.sampled_from([None, 1, 2, 3])),
                    "assessment": draw(st.sampled_from([None, 60, 82.5, 95])),
                }
                for who in people
                for where in names
                if draw(st.booleans())
            ]
        },
        rules=draw(st.sampled_from(ASKED_FOR)),
        **({"goals": goals} if goals else {}),
    )


ASKED_FOR: tuple[dict[str, dict[str, object]], ...] = (
    {},
    {"backup": {"within": "module"}, "villages": {"most": 1}},
    {"span_of_control": {"most": 1}, "n_minus_1": {"surge": 0.9}},
    {"peaks": {"above": 2}, "n_minus_1": {"mode": "soft"}},
    {"transfers": {"most": 1}},
)
"""Rules that some random towns ask for."""


def town_with_two_posts():
    """Three people, of whom CP-SAT 9.15 said wrongly that p0 can't hold q0."""
    return town(
        units={
            "office": {"name": "办", "town": "east"},
            "other": {"name": "办", "town": "west", "in_charge": "q0"},
        },
        leader="q1",
        posts={
            "q0": post(unit="other", hours=4, backups=0),
            "q1": post(unit="other", hours=4, seats=2),
        },
        people={
            "p0": person(hours=20),
            "p1": person(hours=20),
            "p2": person(hours=20, holds=["q0", "q1"]),
        },
        scores={"rows": [{"person": "p1", "post": "q0", "wish": 2, "assessment": 60}]},
        rules={"backup": {"within": "module"}, "villages": {"mode": "hard"}},
    )
