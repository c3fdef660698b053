"""A county staffed town by town comes to what it comes to as a whole."""

from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.towns import Size, made_county, weighted, with_every_rule
from optimizer.assign import assign
from optimizer.audit import audit
from optimizer.county.joining import allotted, joined
from optimizer.county.one_town import Wanted
from optimizer.county.programme import LinearProgramme
from optimizer.county.sums import is_priced
from optimizer.county.towns import is_large, towns_apart
from optimizer.homes import Homes
from optimizer.importance import goals_in_order
from optimizer.outcome import Solved, Undecided
from optimizer.program import Program
from scenarios import Assignment, Plan
from scenarios.language.rules import Mode
from simulation.streams import stream
from tests.towns import person, plan, post, town

SMALL, TINY = Size(16, 24, 20), Size(12, 16, 12)


@pytest.fixture
def by_towns(monkeypatch):
    """Let the smallest county be staffed town by town."""
    monkeypatch.setattr("optimizer.county.staffing.is_large", lambda _: True)


def county(towns=3, seed=1, size=SMALL):
    return weighted(made_county(towns, size, seed).town)


def shuffled(design, made, seed, share):
    """Return a plan with a share of the seats in other hands, or in nobody's.

    Whoever may sit in several towns sits in one of them, at home or not.
    """
    chance, homes = stream(seed, 0, "shuffled", "plan"), Homes(design)
    chosen = {
        who: chance.choice([t for t in homes.towns if homes.may_work_in(who, t)])
        for who in homes.movers()
    }
    seats = []
    for one in sorted(made, key=str):
        able = [None, *homes.people_for(one.post)]
        other = able[int(chance.integers(len(able)))]
        who = other if chance.random() < share else one.person
        if who and chosen.get(who, homes.of_post[one.post]) == homes.of_post[one.post]:
            seats.append(Assignment(one.post, one.seat, who))
    return Plan.of(seats)


def part_of(design, one):
    return Plan.of(held for held in one if held.post in design.posts)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0.02, 0.1, 0.3]))
def test_a_countys_breaches_and_sum_are_those_of_its_towns(seed, share):
    made = made_county(3, SMALL, seed % 7)
    design = weighted(with_every_rule(made.town))
    one = shuffled(design, made.plan, seed, share)
    towns = towns_apart(design).values()
    assert len(towns) == 3
    parts = [(town, part_of(town, one)) for town in towns]
    assert set(audit(design, one)) == {
        because for town, part in parts for because in audit(town, part)
    }
    for goal in (*goals_in_order(design), *goals_in_order(made.town)):
        if goal.key != "balance":
            assert goal.value(design, one) == sum(goal.value(*p) for p in parts)


def staffed(design, **taking):
    outcome = assign(design, **{"seconds": 60, "workers": 2, **taking})
    assert isinstance(outcome, Solved)
    return outcome


def as_one(design):
    """Staff the towns as one, which small ones are when nothing is said."""
    outcome = staffed(design)
    assert outcome.proven
    return outcome


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_county_comes_to_nearly_what_it_comes_to_as_one(seed, request):
    design = county(seed=seed, size=TINY)
    (_, exact) = as_one(design).steps
    request.getfixturevalue("by_towns")
    (_, step) = staffed(design).steps
    assert step.bound <= exact.value <= step.value <= 1.05 * exact.value
    assert exact.value <= 1.05 * step.bound


@pytest.mark.parametrize(
    ("seed", "soft"), [(1, ()), (2, ()), (2, ("villages", "span_of_control"))]
)
def test_goals_in_order_are_bounded_by_those_of_towns_with_all(seed, soft, request):
    design = with_rules(
        made_county(3, TINY, seed).town, **dict.fromkeys(soft, Mode.SOFT)
    )
    exact = as_one(design).steps
    request.getfixturevalue("by_towns")
    steps = staffed(design).steps
    assert [step.goal for step in steps] == [step.goal for step in exact]
    assert [s.value for s in steps] >= [s.value for s in exact]
    (*_, balance) = steps
    assert balance.goal == "balance"
    assert balance.bound == 0
    for step, best in zip(steps, exact, strict=True):
        assert step.bound <= best.value
        if not step.proven:
            break
        assert step.value == best.value


@pytest.mark.usefixtures("by_towns")
def test_a_town_that_its_own_people_cannot_staff_is_staffed_as_one():
    """The east has nobody of its own; the west lends it somebody."""
    design = town(
        units={
            "east": {"name": "东办", "town": "东镇"},
            "west": {"name": "西办", "town": "西镇"},
        },
        posts={
            "farmer": post(unit="east", backups=0),
            "clerk": post(unit="west", backups=0),
        },
        people={
            "ann": person(establishment="west"),
            "bob": person(establishment="west", transfers=["东镇"]),
        },
        rules={"transfers": {"most": 1}},
    )
    for one in (design, weighted(design)):
        assert staffed(one).plan == plan(("farmer", "A", "bob"), ("clerk", "A", "ann"))


@pytest.mark.usefixtures("by_towns")
def test_the_plan_of_a_county_hangs_on_no_number_of_workers():
    design = county(size=TINY)
    assert staffed(design, workers=1) == staffed(design, workers=2)


def test_a_county_with_nobody_to_share_comes_to_what_its_towns_come_to(request):
    design = county(seed=2, size=TINY)
    people = {
        key: one.model_copy(update={"transfers": ()})
        for key, one in design.people.items()
    }
    design = design.model_copy(update={"people": people})
    (_, exact) = as_one(design).steps
    request.getfixturevalue("by_towns")
    (_, step) = staffed(design).steps
    assert step.bound <= exact.value <= step.value <= 1.005 * step.bound


@pytest.mark.usefixtures("by_towns")
@pytest.mark.parametrize("design", [county(), made_county(3, SMALL).town])
def test_a_county_stopped_early_keeps_the_rules(design):
    stop, told = Event(), []

    def once(progress):
        told.append(progress)
        stop.set()

    found = staffed(design, on_progress=once, stop=stop)
    assert found.interrupted
    assert audit(design, found.plan) == ()
    assert told[0].bound == 0 < told[0].value


@pytest.mark.usefixtures("by_towns")
@pytest.mark.parametrize("design", [county(), made_county(3, SMALL).town])
def test_a_county_that_is_stopped_at_once_is_undecided(design, monkeypatch):
    stop = Event()
    stop.set()
    as_one = "optimizer.assign.build"
    monkeypatch.setattr(as_one, lambda *_, **__: pytest.fail("built as one"))
    assert assign(design, seconds=60, stop=stop) == Undecided(interrupted=True)
    assert assign(design, seconds=0) == Undecided()


def with_rules(design, **modes):
    rules = {
        key: getattr(design.rules, key).model_copy(update={"mode": mode})
        for key, mode in modes.items()
    }
    return design.model_copy(update={"rules": design.rules.model_copy(update=rules)})


def test_only_counties_that_transfers_alone_join_are_taken_apart():
    design = county()
    posts, people = design.posts, design.people
    (lead, *_) = (module.lead for module in design.modules.values())
    (*_, unit) = design.units.values()
    mover = next(key for key, one in people.items() if one.transfers)
    uncarried = {"establishment": None, "holds": [next(iter(posts))]}
    units = {**design.units, unit.id: unit.model_copy(update={"chief": lead})}
    movers = {**people, mover: people[mover].model_copy(update=uncarried)}
    assert [*towns_apart(design)] == ["第1镇", "第2镇", "第3镇"]
    for other in (
        made_county(1, SMALL).town,
        with_rules(design, transfers=Mode.OFF),
        design.model_copy(update={"leader": lead}),
        design.model_copy(update={"units": units}),
        design.model_copy(update={"people": movers}),
    ):
        assert not towns_apart(other)


def test_prices_are_for_one_sum_with_clashes_that_adds_up():
    design = county()
    assert is_priced(design)
    assert not is_priced(made_county(3, SMALL).town)
    assert not is_priced(with_rules(design, villages=Mode.SOFT))
    assert not is_priced(weighted(design, {"clashes": 1, "balance": 1}))
    assert not is_priced(weighted(design, {"fit": 1}))


def test_a_small_county_is_staffed_as_one():
    assert not is_large(county())
    assert is_large(county(size=Size(100, 140, 415)))


def test_towns_that_seat_somebody_twice_keep_to_their_own_people():
    ann, bob, cui = ("e", "A", "ann"), ("w", "A", "bob"), ("n", "A", "cui")
    own = {"east": plan(ann), "west": plan(bob), "north": plan(cui)}
    found = {"east": plan(("e", "A", "bob")), "north": plan(("n", "A", "ann"))}
    assert joined(found, own) == plan(ann, bob, cui)
    found = {"east": plan(("e", "A", "bob")), "west": plan(("w", "A", "ann"))}
    assert joined(found, own) == plan(("e", "A", "bob"), ("w", "A", "ann"), cui)
    assert joined({}, own) == plan(ann, bob, cui)


def test_people_stay_where_they_are_wanted_at_home_or_nowhere():
    design = county()
    homes = Homes(design)
    first, second, third, *_ = homes.movers()
    (at_home,) = homes.of_person[first]
    away = [t for t in homes.towns if t != at_home and homes.may_work_in(first, t)]
    for wanting, chosen in (
        ((), at_home),
        ((at_home, *away), at_home),
        (away, away[0]),
    ):
        wanted = {
            name: Wanted((first,) if name in wanting else (), 0) for name in homes.towns
        }
        at = allotted(homes, wanted)
        assert at[first] == chosen
        assert {at[second], at[third]} <= {*homes.towns}


def gaining(*gains, in_force=1):
    """Return a programme of towns that gain so much by one person, if that counts."""
    programme, wanted = LinearProgramme(scale=2), []
    for gain in gains:
        program = Program()
        sits = program.integer(0, 1, "sits")
        short = program.integer(0, gain, "short")
        counts = program.integer(in_force, in_force, "the gain counts")
        program.define(short + sits * gain >= gain, counts)
        first = programme.take_in(program, short * 2)
        wanted.append(first + min(sits.terms))
    programme.join(wanted)
    programme.join(wanted[:1])
    return programme


def test_whoever_is_wanted_in_two_towns_is_worth_too_much_to_one_of_them():
    """One town gains 5 by somebody, the other 8: the price lies between."""
    price, nothing = gaining(5, 8).worth(10)
    assert 5 <= price <= 8
    assert nothing == 0
    assert gaining(5, 8).worth(0) == ()


def test_what_is_not_in_force_is_worth_nothing():
    assert [*gaining(5, 8, in_force=0).worth(10)] == [0, 0]
