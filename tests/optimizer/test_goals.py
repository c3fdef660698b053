"""Each goal means the same to the solver and in plain Python."""

import pytest
from hypothesis import given, settings
from ortools.sat.python import cp_model

from optimizer.build import build
from optimizer.goals import GOALS
from optimizer.goals.backups_near import BACKUPS_NEAR
from optimizer.goals.bench import BENCH
from optimizer.goals.clashes import CLASHES
from optimizer.goals.fit import FIT
from optimizer.goals.moves import MOVES
from optimizer.goals.seats import SEATS
from optimizer.goals.wishes import WISHES
from tests.optimizer.small import every_plan, random_towns
from tests.towns import person, plan, post, town


def solved_value(design, goal, one):
    """What a goal's expression comes to when the plan is fixed."""
    model = build(design, ())
    expression = goal.expression(model)
    for index, value in model.values_of(one).items():
        model.cp.add(model.cp.get_int_var_from_proto_index(index) == value)
    if not expression.terms:
        return expression.constant
    model.minimise(expression)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model.cp) == cp_model.OPTIMAL
    return solver.objective_value


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.key)
@settings(max_examples=12, deadline=None)
@given(design=random_towns(max_seats=2))
def test_expression_and_value_agree(goal, design):
    plans = list(every_plan(design))
    for one in plans[:: max(1, len(plans) // 6)]:
        assert solved_value(design, goal, one) == goal.value(design, one)


def two_leads(**keys):
    return town(
        units={
            "office": {"name": "办", "in_charge": "mayor"},
            "other": {"name": "办", "in_charge": "chair"},
        },
        posts={
            "mayor": post(),
            "chair": post(unit="other"),
            "roads": post(hours=20, **keys),
            "books": post(unit="other", hours=10, **keys),
            "forms": post(hours=8),
        },
        people={"ann": person()},
    )


def test_clashes_are_the_expected_hours_in_which_both_leads_call():
    both = plan(("roads", "A", "ann"), ("books", "A", "ann"))
    assert CLASHES.value(two_leads(), both) / CLASHES.scale == 20 * 10 / 40


def test_a_backup_clashes_by_its_share():
    both = plan(("roads", "A", "ann"), ("books", "B", "ann"))
    assert CLASHES.value(two_leads(), both) / CLASHES.scale == 20 * 1 / 40


def test_posts_of_one_lead_do_not_clash():
    both = plan(("roads", "A", "ann"), ("forms", "A", "ann"))
    assert CLASHES.value(two_leads(), both) == 0


def test_posts_busy_in_the_same_quarter_clash_more():
    both = plan(("roads", "A", "ann"), ("books", "A", "ann"))
    seasonal = two_leads(season="1 1 1 0 0 0 0 0 0 0 0 0")
    assert CLASHES.value(seasonal, both) == 4 * CLASHES.value(two_leads(), both)


def test_a_person_without_a_mark_counts_as_the_average():
    design = town(
        posts={"desk": post(), "hall": post()},
        people={"ann": person(), "bob": person(), "cui": person()},
        scores={
            "rows": [
                {"person": "ann", "post": "desk", "assessment": 90},
                {"person": "bob", "post": "desk", "assessment": 70},
            ]
        },
    )
    lost = [FIT.value(design, plan(("desk", "A", who))) for who in design.people]
    assert lost == [10, 30, 20]
    assert FIT.value(design, plan(("hall", "A", "ann"))) == 0


def test_regret_counts_places_from_the_first_wish():
    design = town(
        posts={"desk": post(), "hall": post(), "gate": post()},
        people={"ann": person(), "bob": person()},
        scores={
            "rows": [
                {"person": "ann", "post": "desk", "wish": 1},
                {"person": "ann", "post": "hall", "wish": 2},
            ]
        },
    )
    regret = [WISHES.value(design, plan((where, "A", "ann"))) for where in design.posts]
    assert regret == [0, 1, 2]
    assert WISHES.value(design, plan(("gate", "A", "bob"))) == 0


def test_moves_count_the_posts_given_up():
    design = town(
        posts={"desk": post(), "hall": post()},
        people={"ann": person(holds=["desk", "hall"]), "bob": person()},
    )
    assert MOVES.value(design, plan(("desk", "A", "ann"), ("hall", "A", "bob"))) == 1


def test_empty_backup_seats_count_unless_backups_are_off():
    posts, people = {"desk": post()}, {"ann": person()}
    manned = plan(("desk", "A", "ann"))
    assert SEATS.value(town(posts=posts, people=people), manned) == 1
    without = town(posts=posts, people=people, rules={"backup": {"mode": "off"}})
    assert SEATS.value(without, manned) == 0


def test_a_backup_is_nearer_from_the_own_unit_than_from_the_own_module():
    design = town(
        units={
            "office": {"name": "办", "in_charge": "mayor"},
            "sister": {"name": "办", "in_charge": "mayor"},
            "other": {"name": "办", "in_charge": "chair"},
        },
        posts={
            "mayor": post(unit="other"),
            "chair": post(unit="other"),
            "desk": post(),
            "hall": post(),
            "gate": post(unit="sister"),
            "yard": post(unit="other"),
        },
        people={"ann": person(), "bob": person()},
    )
    steps = [
        BACKUPS_NEAR.value(design, plan(("desk", "B", "ann"), (own, "A", "ann")))
        for own in ("hall", "gate", "yard")
    ]
    assert steps == [0, 1, 2]
    assert BACKUPS_NEAR.value(design, plan(("desk", "B", "ann"))) == 2


def test_a_bench_needs_somebody_of_its_own_who_meets_what_the_holder_must():
    design = town(
        posts={
            "chief": post(
                grade="mid_chief", requires={"party": True}, backup_requires={}
            ),
            "deputy": post(grade="mid_deputy"),
            "clerk": post(),
        },
        people={"ann": person(party=True), "bob": person()},
    )
    both = [("chief", "B", "ann"), ("deputy", "B", "ann")]
    assert BENCH.value(design, plan()) == 2
    assert BENCH.value(design, plan(("chief", "B", "bob"))) == 2
    assert BENCH.value(design, plan(*both)) == 1
    assert BENCH.value(design, plan(both[0], ("deputy", "B", "bob"))) == 0
