"""A model's conditions as numbers are those that the solver has."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.build import build
from optimizer.linear import Linear, total
from optimizer.program import Program
from optimizer.rows import NO_LEAST, NO_MOST, Flags, Rows
from tests.optimizer.small import town_with_two_posts

VARIABLES = 4
TIMES = st.integers(-3, 3)
LIMIT = st.one_of(st.none(), st.integers(-6, 6))
ROW = st.tuples(st.lists(TIMES, min_size=VARIABLES, max_size=VARIABLES), LIMIT, LIMIT)
RANGE = st.tuples(st.integers(0, 1), st.integers(0, 2)).map(sorted)


def _rows(
    conditions: list[tuple[list[int], int | None, int | None]],
    ranges: list[list[int]],
) -> Rows:
    program = Program()
    variables = [program.integer(low, high, "x") for low, high in ranges]
    for times, least, most in conditions:
        sum_ = total(one * n for one, n in zip(variables, times, strict=True))
        if least is not None and sum_.terms:
            program.define(sum_ >= least)
        if most is not None and sum_.terms:
            program.define(sum_ <= most)
    return program.rows()


def _kept(rows: Rows, point: tuple[int, ...]) -> Flags:
    sums = np.zeros_like(rows.least)
    np.add.at(sums, rows.numbers, rows.times * np.array(point)[rows.columns])
    return (sums >= rows.least) & (sums <= rows.most)


def _keeps(rows: Rows, point: tuple[int, ...]) -> bool:
    return bool(_kept(rows, point).all())


def _points(rows: Rows) -> list[tuple[int, ...]]:
    ends = (range(a, b + 1) for a, b in zip(rows.low, rows.high, strict=True))
    return [
        tuple(map(int, one))
        for one in np.array(np.meshgrid(*ends)).T.reshape(-1, VARIABLES)
    ]


SOME_ROWS = st.builds(
    _rows,
    st.lists(ROW, max_size=5),
    st.lists(RANGE, min_size=VARIABLES, max_size=VARIABLES),
)


@given(SOME_ROWS)
def test_folded_rows_hold_at_the_same_points(rows: Rows) -> None:
    folded, open_ = rows.folded(), np.zeros(len(rows.least), dtype=bool)
    open_[rows.numbers[(rows.low < rows.high)[rows.columns]]] = True
    for point in _points(rows):
        assert _keeps(folded, point) == _kept(rows, point)[open_].all()


@given(SOME_ROWS)
def test_folded_rows_say_nothing_of_what_is_fixed_or_holds_anyhow(rows: Rows) -> None:
    folded = rows.folded()
    assert (rows.low < rows.high)[folded.columns].all()
    for number in range(len(folded.least)):
        own = folded.numbers == number
        one = Rows(
            folded.low,
            folded.high,
            np.zeros(own.sum(), dtype=int),
            folded.columns[own],
            folded.times[own],
            folded.least[[number]],
            folded.most[[number]],
        )
        assert not all(_keeps(one, point) for point in _points(rows))


@given(SOME_ROWS, st.sets(st.integers(0, VARIABLES - 1)))
def test_relieved_rows_hold_wherever_the_others_are(rows: Rows, gone: set[int]) -> None:
    relieved = rows.relieved_of(gone)
    for point in _points(rows):
        if _keeps(rows, point):
            without = tuple(0 if n in gone else one for n, one in enumerate(point))
            assert _keeps(relieved, without)


def test_rows_of_a_town_are_those_that_the_solver_has() -> None:
    model = build(town_with_two_posts(), late=True)
    fixed = {
        index
        for index, one in enumerate(model.cp.proto.variables)
        if one.domain[0] == one.domain[1] == 1
    }
    stored = [
        (dict(zip(one.linear.vars, one.linear.coeffs, strict=True)), *one.linear.domain)
        for one in model.cp.proto.constraints
        if one.has_linear() and fixed.issuperset(one.enforcement_literal)
    ]
    rows = model.rows()
    kept = [
        (dict(zip(rows.columns[own], rows.times[own], strict=True)), least, most)
        for number, (least, most) in enumerate(zip(rows.least, rows.most, strict=True))
        for own in (rows.numbers == number,)
    ]
    assert kept == stored
    assert len(kept) > 10


def test_a_condition_that_depends_on_something_counts_where_that_is_fixed() -> None:
    program = Program()
    one, other, switch = (program.integer(0, 1, "x") for _ in range(3))
    program.define(one + other <= 1, given=switch)
    assert not len(program.rows().least)
    program.fix(switch, 1)
    assert program.rows().most.tolist() == [1]
    program.fix(switch, 0)
    assert not len(program.rows().least)


def test_variables_are_left_out_for_a_while_or_for_good() -> None:
    program = Program()
    one, other = (program.integer(0, 1, "x") for _ in range(2))
    with program.without([*one.terms]):
        assert program.rows().high.tolist() == [0, 1]
    program.rule_out([*other.terms])
    assert program.rows().high.tolist() == [1, 0]


@pytest.mark.parametrize("limit", [NO_LEAST, NO_MOST])
def test_without_limits_there_are_infinities(limit: int) -> None:
    program = Program()
    sum_ = Linear({next(iter(program.integer(0, 9, "x").terms)): 2})
    program.define(sum_ <= 5 if limit == NO_LEAST else sum_ >= 5)
    least, most = program.rows().limits
    assert (least[0], most[0]) == ((-np.inf, 5) if limit == NO_LEAST else (5, np.inf))
