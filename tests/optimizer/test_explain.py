"""A refusal names demands that truly clash, and rules that truly help."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bianping.words import catalogue
from optimizer.audit import audit
from optimizer.build import build
from optimizer.explain import explain
from optimizer.goals import GOALS
from optimizer.hitting_sets import hitting_sets
from optimizer.outcome import Impossible, Undecided
from optimizer.reason import Reason
from optimizer.rules import RULES
from optimizer.sentences import breach_sentence, demand_sentence
from scenarios.language.rules import Mode
from tests.optimizer.small import (
    every_plan,
    lawful_plans,
    random_towns,
    town_where_designs_bite,
    town_where_every_rule_bites,
)
from tests.towns import person, post, town


def satisfiable(design, demands):
    """Whether some plan breaks none of the demands."""
    asked = set(demands)
    return any(
        not asked & {because.demand for because in audit(design, one)}
        for one in every_plan(design)
    )


def without(design, keys):
    off = {
        key: getattr(design.rules, key).model_copy(update={"mode": Mode.OFF})
        for key in keys
    }
    return design.model_copy(update={"rules": design.rules.model_copy(update=off)})


@settings(max_examples=30, deadline=None)
@given(random_towns(max_seats=2))
def test_a_conflict_clashes_and_would_not_without_any_one_of_it(design):
    outcome = explain(design)
    if outcome is None:
        assert lawful_plans(design)
        return
    assert isinstance(outcome, Impossible)
    assert outcome.complete
    assert not satisfiable(design, outcome.conflict)
    for left_out in outcome.conflict:
        rest = [other for other in outcome.conflict if other != left_out]
        assert satisfiable(design, rest)


@settings(max_examples=15, deadline=None)
@given(random_towns(max_seats=2))
def test_a_relaxation_helps_and_no_part_of_it_would(design):
    outcome = explain(design)
    if not isinstance(outcome, Impossible):
        return
    for one in outcome.relaxations:
        assert lawful_plans(without(design, one.rules))
        for key in one.rules:
            assert not lawful_plans(without(design, one.rules - {key}))


@settings(max_examples=40, deadline=None)
@given(random_towns(max_seats=2))
def test_the_relaxations_are_all_that_exhaustive_search_finds(design):
    outcome = explain(design)
    if not isinstance(outcome, Impossible):
        return
    broken = {frozenset(rules_broken(design, one)) for one in every_plan(design)}
    smallest = {one for one in broken if not any(other < one for other in broken)}
    assert {one.rules for one in outcome.relaxations} == smallest
    assert len(outcome.relaxations) == len(smallest)


@settings(max_examples=25, deadline=None)
@given(random_towns(max_seats=2))
def test_a_relaxation_gives_up_as_few_demands_as_any_plan_must(design):
    outcome = explain(design)
    if not isinstance(outcome, Impossible):
        return
    for one in outcome.relaxations:
        fewest = min(
            len(demands_broken(design, each))
            for each in every_plan(design)
            if rules_broken(design, each) <= one.rules
        )
        assert one.fewest
        assert len(one.given_up) == fewest
    prices = [(len(one.rules), len(one.given_up)) for one in outcome.relaxations]
    assert prices == sorted(prices)


def demands_broken(design, one):
    return {each.demand for each in audit(design, one, modes=(Mode.HARD,))}


def rules_broken(design, one):
    return {each.rule for each in demands_broken(design, one)}


@given(st.lists(st.frozensets(st.sampled_from("abcde"), min_size=1), max_size=6))
def test_hitting_sets_are_all_smallest_that_meet_every_set(sets):
    every = [frozenset(c) for k in range(6) for c in combinations("abcde", k)]
    meeting = [one for one in every if all(one & each for each in sets)]
    smallest = {one for one in meeting if not any(other < one for other in meeting)}
    assert set(hitting_sets(sets)) == smallest


def test_a_post_for_which_nobody_qualifies_is_named():
    design = town(
        posts={"books": post(requires={"certificates": ["accounting"]}, backups=0)},
        people={"ann": person(), "bob": person()},
    )
    outcome = explain(design)
    assert isinstance(outcome, Impossible)
    assert set(outcome.conflict) == {
        Reason("seats", ("post:books",)),
        Reason("qualification", ("post:books",)),
    }
    assert {one.rules for one in outcome.relaxations} == {
        frozenset({"seats"}),
        frozenset({"qualification"}),
    }


def test_two_faults_need_two_rules_to_give_way():
    design = town(
        posts={
            "books": post(requires={"certificates": ["accounting"]}, backups=0),
            "gate": post(backups=0, hours=40),
        },
        people={"ann": person(hours=10)},
    )
    outcome = explain(design)
    assert isinstance(outcome, Impossible)
    assert tuple(one.rules for one in outcome.relaxations) == (
        frozenset({"seats"}),
        frozenset({"qualification", "workload"}),
    )


def test_full_time_duties_of_one_person_clash_in_words():
    design = town(
        posts={
            "chair": post(name="人大主席", full_time="duty", backups=0),
            "lead": post(name="模块牵头", backups=0),
        },
        people={"ann": person(name="甲01")},
    )
    outcome = explain(design)
    assert isinstance(outcome, Impossible)
    sentences = [
        demand_sentence(design, one, catalogue("zh")) for one in outcome.conflict
    ]
    assert sorted(sentences) == [
        "“人大主席”为专职岗位，任职人员不得再任其他岗位",
        "“人大主席”须配齐A岗1人",
        "“模块牵头”须配齐A岗1人",
    ]


def test_without_time_nothing_is_claimed():
    design = town(posts={"desk": post()}, people={"ann": person()})
    assert explain(design, seconds=0) == Undecided()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_demand_and_every_breach_has_its_sentence(lang):
    words, rules = catalogue(lang), set[str]()
    for design in (town_where_every_rule_bites(), town_where_designs_bite()):
        plans = list(every_plan(design))
        for rule in RULES:
            assert words(f"rules.{rule.key}.name")
            for demand in build(design, (rule,), traced=True).guards():
                assert demand_sentence(design, demand, words)
                rules.add(demand.rule)
            reasons = {
                because for one in plans[::11] for because in rule.breaches(design, one)
            }
            for because in reasons:
                assert breach_sentence(design, because, words)
    assert rules == {rule.key for rule in RULES}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_goal_and_every_account_has_its_text(lang):
    words = catalogue(lang)
    for goal in ("rules", "weighted", *(goal.key for goal in GOALS)):
        assert words(f"goals.{goal}.name")
        assert words(f"goals.{goal}.unit")
        assert words(f"goals.{goal}.short_unit")
    for key in (
        "pinned",
        "only_one",
        "others_qualify",
        "held_today",
        "wish",
        "assessment",
    ):
        assert words(f"rules.because.{key}", number=1)
