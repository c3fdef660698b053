"""B-holders wait for sums of A-holders alone, and no plan is lost by it."""

from threading import Event

import pytest
from hypothesis import assume, given, settings

from optimizer.audit import goal_of
from optimizer.build import build
from optimizer.closing_in import close_in
from optimizer.effort import Effort
from optimizer.linear import Condition, Linear
from optimizer.mending import mended
from optimizer.optional import sides
from optimizer.search import Found, Refuted, search
from scenarios import Seat
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, plan, post, town

EFFORT = Effort(20, workers=1, stop=Event(), turns=True)
FIT, BALANCE = goal_of("fit"), goal_of("balance")
A, B = 0, 1


@pytest.mark.parametrize(
    ("times", "least", "most", "said"),
    [
        ({A: 1}, 1, 1, [(1, 1, False)]),
        ({A: 1, B: 1}, None, 3, [(None, 3, False)]),
        ({A: 1, B: 1}, 2, None, [(2, None, True)]),
        ({A: 1, B: -1}, None, 0, [(None, 0, True)]),
        ({A: 1, B: 2}, 1, 3, [(1, None, True), (None, 3, False)]),
        ({A: 1, B: -2}, 1, 3, [(1, None, False), (None, 3, True)]),
    ],
)
def test_only_what_optional_variables_help_depends_on_them(times, least, most, said):
    found = [*sides(Condition(Linear(times), least, most), {B})]
    assert [(one.least, one.most, helped) for one, helped in found] == said
    assert all(one.total.terms == times for one, _ in found)


@settings(max_examples=40, deadline=None)
@given(random_towns(max_seats=2))
def test_without_backups_the_a_holders_of_every_lawful_plan_can_stay(design):
    model = build(design, late=True)
    fit = FIT.expression(model)
    assume(model.does_without_backups(fit))
    for one in lawful_plans(design)[:8]:
        model.hint(
            {
                index: int(held in one.assignments)
                for held, index in model.pairs()
                if held.seat is Seat.A
            }
        )
        with model.keeping_back(fit):
            assert isinstance(search(model.cp, EFFORT, completing=True), Found)


def two_posts(**backing):
    """Ann is the best for both posts, but then only Bob could back up, and at one."""
    marks = {"ann": 90, "bob": 70, "cui": 50}
    return town(
        posts={where: post(hours=20, **backing) for where in ("desk", "shed")},
        people={
            "ann": person(hours=40, party=True),
            "bob": person(hours=40),
            "cui": person(hours=5),
        },
        scores={
            "rows": [
                {"person": who, "post": where, "assessment": mark}
                for who, mark in marks.items()
                for where in ("desk", "shed")
            ]
        },
        rules={"backup": {"most": 1}, "workload": {"backup_share": 0.5}},
        goals=["fit"],
    )


def test_who_cannot_be_backed_up_is_not_the_best():
    model = build(two_posts(), late=True)
    fit = FIT.expression(model)
    assert model.does_without_backups(fit)
    found = close_in(model, fit, EFFORT)
    assert isinstance(found, Found)
    assert (found.value, found.bound) == (40, 40)
    assert not model.does_without_backups(fit)
    holders = model.plan(found.values)
    assert holders.posts_of("ann", Seat.A) != ("desk", "shed")
    assert len(holders.assignments) == 4


def test_b_holders_are_found_for_those_found_without():
    model = build(two_posts(), late=True)
    fit = FIT.expression(model)
    model.minimise(fit)
    without = [0] * len(model.cp.proto.variables)
    one = plan(("desk", "A", "ann"), ("shed", "A", "bob"))
    for index, held in model.values_of(one).items():
        without[index] = held
    other = mended(model, Found(without, 40, 12), EFFORT, backed=False)
    assert other is not None
    assert (other.value, other.bound) == (40, 12)
    assert model.plan(other.values) == plan(
        ("desk", "A", "ann"),
        ("desk", "B", "bob"),
        ("shed", "A", "bob"),
        ("shed", "B", "ann"),
    )
    assert model.does_without_backups(fit)


def test_b_holders_do_not_wait_where_they_count_or_few_could_be_it():
    model = build(two_posts(), late=True)
    assert not model.does_without_backups(BALANCE.expression(model))
    model = build(two_posts(backup_requires={"party": True}), late=True)
    assert not model.does_without_backups(FIT.expression(model))
    assert not model.waits(FIT.expression(model))


def test_what_needs_b_holders_is_in_force_outside():
    model = build(two_posts(), late=True)
    fit = FIT.expression(model)
    with model.keeping_back(fit):
        pass
    model.define(fit <= 39)
    assert isinstance(search(model.cp, EFFORT), Refuted)
    with model.keeping_back(fit):
        assert isinstance(search(model.cp, EFFORT), Found)
