"""Patterns: what one person can hold together, by the conditions of a model."""

from itertools import chain, combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.build import build
from optimizer.patterns.holders import holders
from optimizer.patterns.least import seated_in
from optimizer.patterns.owners import NOBODY, owners
from optimizer.patterns.together import Together
from optimizer.program import Program
from scenarios import Seat
from tests.optimizer.small import lawful_plans, random_towns
from tests.towns import person, post, town

SEATS = 5
WEIGHTS = st.lists(st.integers(0, 4), min_size=SEATS, max_size=SEATS)


@st.composite
def together(draw):
    apart = np.zeros((SEATS, SEATS), dtype=bool)
    for one, other in draw(st.sets(st.tuples(*[st.integers(0, SEATS - 1)] * 2))):
        apart[one, other] = apart[other, one] = True
    weights = draw(st.lists(st.tuples(WEIGHTS, st.integers(0, 9)), max_size=3))
    return Together(
        apart,
        np.array([row for row, _ in weights], dtype=int).reshape(-1, SEATS),
        np.array([limit for _, limit in weights], dtype=int),
    )


def go_together(seats, some):
    pairs = [*combinations(some, 2), *((one, one) for one in some)]
    heavy = seats.weights[:, list(some)].sum(axis=1) > seats.limits
    return not heavy.any() and not any(seats.apart[pair] for pair in pairs)


@given(together())
def test_all_sets_that_go_together_are_found(seats):
    sizes = range(1, SEATS + 1)
    every = chain.from_iterable(combinations(range(SEATS), size) for size in sizes)
    found = [tuple(map(int, row)) for some in seats.sets(99) for row in some]
    assert sorted(found) == sorted(one for one in every if go_together(seats, one))


@given(together())
def test_too_many_sets_are_none_at_all(seats):
    number = sum(map(len, seats.sets(99)))
    assert seats.sets(number) is not None
    if number:
        assert seats.sets(number - 1) is None


def patterns_of(model, design):
    """Return each person's patterns, each a set of pairs of a post and a seat."""
    rows = model.rows()
    seated = np.where(rows.low < rows.high, seated_in(model, len(rows.low)), NOBODY)
    rows = rows.folded()
    named = {index: one for one, index in model.pairs()}
    people = [*design.people]
    return {
        people[holder.person]: [
            {(named[n].post, named[n].seat) for n in holder.seats[row]}
            for some in holder.patterns
            for row in some
        ]
        for holder in holders(rows, owners(rows, seated), seated)
    }


@settings(max_examples=40, deadline=None)
@given(random_towns(max_seats=2))
def test_what_people_hold_in_any_lawful_plan_is_among_their_patterns(design):
    model = build(design, late=True)
    patterns = patterns_of(model, design)
    fixed = {one for one, index in model.pairs() if not model.rows().high[index]}
    for one in lawful_plans(design)[:20]:
        for who, found in patterns.items():
            held = {(o.post, o.seat) for o in one if o.person == who and o not in fixed}
            assert not held or held in found


def office(**rules):
    """A desk of 20 hours, a counter of 25, a phone of 15; Ann has 40."""
    hours = {"desk": 20, "counter": 25, "phone": 15}
    return town(
        posts={key: post(hours=each, backups=0) for key, each in hours.items()},
        people={"ann": person(hours=40), "bob": person(hours=10)},
        rules=rules,
    )


def held(*posts):
    return {(one, Seat.A) for one in posts}


def test_patterns_keep_to_hours_and_to_the_number_of_posts():
    design = office(workload={"mode": "hard"}, max_posts={"mode": "hard", "most": 2})
    patterns = patterns_of(build(design, late=True), design)
    singles = [held("desk"), held("counter"), held("phone")]
    pairs = [held("desk", "phone"), held("counter", "phone")]
    assert patterns["ann"] == [*singles, *pairs]
    assert "bob" not in patterns


def test_three_posts_can_be_too_much_where_two_are_not():
    hours = {key: post(hours=15, backups=0) for key in ("desk", "hall", "shed")}
    design = town(
        posts=hours,
        people={"ann": person(hours=40)},
        rules={"workload": {"mode": "hard"}, "max_posts": {"mode": "off"}},
    )
    (patterns,) = patterns_of(build(design, late=True), design).values()
    assert sorted(map(len, patterns)) == [1, 1, 1, 2, 2, 2]


def test_what_can_be_below_zero_makes_room_for_seats():
    program = Program()
    seat, other = (program.integer(0, 1, "seat") for _ in range(2))
    room = program.integer(-3, 3, "room")
    program.define(seat * 2 + room <= 1)
    program.define(seat + other <= 1)
    rows = program.rows().folded()
    seated = np.array([0, 0, NOBODY])
    (holder,) = holders(rows, owners(rows, seated), seated)
    assert [row.tolist() for some in holder.patterns for row in some] == [[0], [1]]


def test_a_zero_or_one_that_follows_from_seats_keeps_them_apart():
    program = Program()
    seats = [program.integer(0, 1, "seat") for _ in range(3)]
    serves = [program.integer(0, 1, "serves") for _ in range(2)]
    for one, lead in zip(seats, [serves[0], serves[0], serves[1]], strict=True):
        program.define(one <= lead)
    program.define(serves[0] + serves[1] <= 1)
    seated = np.array([0, 0, 0, NOBODY, NOBODY])
    rows = program.rows().folded()
    (holder,) = holders(rows, owners(rows, seated), seated)
    found = [row.tolist() for some in holder.patterns for row in some]
    assert found == [[0], [1], [2], [0, 1]]


def test_what_several_people_have_in_common_is_nobodys():
    program = Program()
    ann, bob, both, own = (program.integer(0, 1, "x") for _ in range(4))
    program.define(ann <= own)
    program.define(ann + bob <= both)
    rows = program.rows().folded()
    found = owners(rows, np.array([0, 1, NOBODY, NOBODY]))
    assert found.of_variables.tolist() == [0, 1, NOBODY, 0]
    assert found.of_rows.tolist() == [0, NOBODY]


def test_what_hangs_on_something_common_is_nobodys_either():
    program = Program()
    ann, bob, own, both = (program.integer(0, 1, "x") for _ in range(4))
    program.define(ann <= own)
    program.define(own <= both)
    program.define(bob <= both)
    rows = program.rows().folded()
    found = owners(rows, np.array([0, 1, NOBODY, NOBODY]))
    assert found.of_variables.tolist()[3] == NOBODY
    assert NOBODY in found.of_rows.tolist()
