"""Each rule, alone, allows the solver exactly what plain Python allows."""

import pytest
from hypothesis import given, settings
from ortools.sat.python import cp_model

from optimizer.build import build
from optimizer.conflict import Switched
from optimizer.linear import ZERO, total
from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Seat
from scenarios.language.rules import Mode
from tests.optimizer.small import (
    every_plan,
    lawful_plans,
    random_towns,
    town_where_designs_bite,
    town_where_every_rule_bites,
)
from tests.towns import person, plan, post, town


class Collector(cp_model.CpSolverSolutionCallback):
    def __init__(self, model):
        super().__init__()
        self.model, self.plans = model, set()
        self.variables = [
            model.cp.get_int_var_from_proto_index(index)
            for index in range(len(model.cp.proto.variables))
        ]

    def on_solution_callback(self):
        values = [self.value(variable) for variable in self.variables]
        self.plans.add(self.model.plan(values))


def plans_allowed(model):
    """Every plan that a model allows."""
    solver, found = cp_model.CpSolver(), Collector(model)
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.parameters.keep_all_feasible_solutions_in_presolve = True
    solver.solve(model.cp, found)
    return found.plans


def solved_with(model, plan):
    """What a model comes to with the seats filled as in a plan; None: it can't be."""
    values = model.values_of(plan)
    if sum(values.values()) < len(plan.assignments):
        return None  # somebody sits where the model has no seat for them
    for index, value in values.items():
        variable = model.cp.get_int_var_from_proto_index(index)
        model.cp.add(variable == value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    assert status in {cp_model.OPTIMAL, cp_model.INFEASIBLE}
    return None if status == cp_model.INFEASIBLE else solver.objective_value


EVERY_RULE, DESIGNS = town_where_every_rule_bites(), town_where_designs_bite()
PLANS = {one.id: list(every_plan(one)) for one in (EVERY_RULE, DESIGNS)}
CASES = [
    *((EVERY_RULE, rule) for rule in RULES if mode_of(EVERY_RULE, rule.key) != "off"),
    *((DESIGNS, rule) for rule in RULES if rule.key in DESIGNS.rules.model_fields_set),
]
every_case = pytest.mark.parametrize(
    ("design", "rule"), [pytest.param(*case, id=case[1].key) for case in CASES]
)


def lawful_under(design, rule):
    return {one for one in PLANS[design.id] if not any(rule.breaches(design, one))}


def test_no_rule_is_left_out():
    assert {rule for _, rule in CASES} == set(RULES)


@every_case
def test_solver_and_plain_python_agree_on_every_plan(design, rule):
    lawful = lawful_under(design, rule)
    assert 0 < len(lawful) < len(PLANS[design.id])
    assert plans_allowed(build(design, (rule,))) == lawful
    traced = build(design, (rule,), traced=True)
    demands = tuple(traced.guards())
    assert demands
    assert all(demand == demand.demand for demand in demands)
    traced.cp = Switched(traced.cp, traced.guards()).demanding(demands)
    assert plans_allowed(traced) == lawful


@every_case
def test_a_late_model_allows_a_plan_if_plain_python_does(design, rule):
    lawful = lawful_under(design, rule)
    unlawful = [one for one in PLANS[design.id] if one not in lawful]
    for plans in (sorted(lawful, key=str), unlawful):
        for one in plans[:: -(-len(plans) // 12)]:
            model = build(design, (rule,), late=True)
            allowed = solved_with(model, one) is not None
            if allowed and rule.catch_up is not None:
                allowed = not rule.catch_up(model, one)
            assert allowed == (one in lawful), one


@pytest.mark.parametrize(
    ("design", "rule"),
    [pytest.param(*case, id=case[1].key) for case in CASES if case[1].waits],
)
def test_a_rule_that_waits_forbids_no_plan(design, rule):
    lawful = lawful_under(design, rule)
    unlawful = [one for one in PLANS[design.id] if one not in lawful]
    for one in unlawful[:: -(-len(unlawful) // 12)]:
        model = build(design, (rule,), late=True)
        with model.keeping_back(ZERO):
            assert solved_with(model, one) is not None


@settings(max_examples=25, deadline=None)
@given(random_towns(max_seats=2))
def test_all_rules_together_agree_in_random_towns(design):
    assert plans_allowed(build(design)) == set(lawful_plans(design))


def test_no_model_fills_a_seat_twice():
    design = town(posts={"desk": post()}, people={"ann": person(), "bob": person()})
    model = build(design, ())
    sitting = total(model.holders("desk", Seat.A).values())
    model.define(sitting >= 2)
    assert plans_allowed(model) == set()


@every_case
def test_a_soft_rule_costs_as_often_as_plain_python_finds_it_broken(design, rule):
    if rule.key == "scores":
        return
    costs = {"mode": Mode.SOFT, "weight": 3}
    limits = getattr(design.rules, rule.key).model_copy(update=costs)
    rules = design.rules.model_copy(update={rule.key: limits})
    soft = design.model_copy(update={"rules": rules})
    plans = PLANS[design.id]
    for one in plans[:: len(plans) // 12]:
        model = build(soft, (rule,))
        model.minimise(model.penalty())
        cost = 3 * len(set(rule.breaches(soft, one)))
        assert solved_with(model, one) == cost, one


def test_a_rank_counts_only_on_the_ladder_that_has_it():
    ladders = {
        "ranks": {
            "name": "职级",
            "identity": "civil_servant",
            "rungs": {
                rung: {"name": rung, "years": 2} for rung in ("low", "mid", "high")
            },
        }
    }
    design = town(
        ladders=ladders,
        posts={"desk": post(requires={"rank": "mid"})},
        people={
            "low": person(rank="low"),
            "mid": person(rank="mid"),
            "high": person(rank="high"),
            "none": person(),
        },
    )
    (rule,) = (one for one in RULES if one.key == "qualification")
    allowed = {
        who
        for who in design.people
        if not any(rule.breaches(design, plan(("desk", "A", who))))
    }
    assert allowed == {"mid", "high"}


def test_nobody_is_deputy_to_themselves_though_a_deputy_may_back_up_the_chief():
    design = town(
        posts={"chief": post(grade="mid_chief"), "deputy": post(grade="mid_deputy")},
        people={"ann": person(), "bob": person()},
    )
    (rule,) = (rule for rule in RULES if rule.key == "incompatible")
    both = plan(("chief", "A", "ann"), ("deputy", "A", "ann"))
    assert [*rule.breaches(design, both)]
    beside = plan(("chief", "A", "ann"), ("deputy", "A", "bob"), ("chief", "B", "bob"))
    assert not [*rule.breaches(design, beside)]
