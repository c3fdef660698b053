"""One run of the solver: what must hold whatever it is asked."""

from dataclasses import replace
from itertools import product
from threading import Event

import pytest

from optimizer.effort import PROVING, WEIGHING, Effort, solver_for
from optimizer.linear import total
from optimizer.program import Program
from optimizer.search import Found, Refuted, search

LOADS, ROOM = (8, 8, 2, 6, 9, 8), 14
"""Four of the loads need a place each."""

COSTS = ((5, 8, 6), (4, 9, 3), (5, 3, 2), (5, 9, 3), (5, 2, 2), (6, 8, 9))
"""Of each load at each of three places."""

LIMIT = sum(map(min, COSTS)) + 4


def crowded(loads: tuple[int, ...]) -> Program:
    """Loads to be split over three places, for as little as can be."""
    program = Program()
    placed = [[program.integer(0, 1, "placed") for _ in range(3)] for _ in loads]
    for row in placed:
        program.define(total(row).equals(1))
    for column in zip(*placed, strict=True):
        used = (one * load for one, load in zip(column, loads, strict=True))
        program.define(total(used) <= ROOM)
    cost = (
        one * costs[place]
        for row, costs in zip(placed, COSTS, strict=True)
        for place, one in enumerate(row)
    )
    program.minimise(total(cost), least=0, most=LIMIT)
    return program


def least(loads: tuple[int, ...]) -> int | None:
    """Return the least cost, all ways of splitting gone through."""
    costs = (
        sum(costs[place] for costs, place in zip(COSTS, places, strict=True))
        for places in product(range(3), repeat=len(loads))
        if all(
            sum(load for load, at in zip(loads, places, strict=True) if at == place)
            <= ROOM
            for place in range(3)
        )
    )
    return min(costs, default=None)


@pytest.mark.parametrize("hint", [{}, {0: 0}], ids=["no hint", "a hint"])
@pytest.mark.parametrize("loads", [LOADS, (8, 5, 2, 6, 9, 8)])
def test_a_hint_never_ends_the_program(
    loads: tuple[int, ...], hint: dict[int, int]
) -> None:
    """CP-SAT 9.15 aborts on the first loads if ways take turns and one is hinted."""
    program = crowded(loads)
    if hint:
        program.hint(hint)
    result = search(program.cp, Effort(10, 2, Event(), turns=True))
    if (value := least(loads)) is None:
        assert isinstance(result, Refuted)
    else:
        assert isinstance(result, Found)
        assert result.value == result.bound == value <= LIMIT


def test_ways_take_turns_unless_something_is_hinted() -> None:
    effort, program = Effort(10, 8, Event(), turns=True), crowded(LOADS)
    free = solver_for(effort, program.cp).parameters
    program.hint({0: 0})
    bound = solver_for(effort, program.cp).parameters
    assert free.interleave_search
    assert tuple(free.subsolvers) == PROVING
    assert not bound.interleave_search
    assert bound.num_workers == 1


def test_a_weighted_sum_has_ways_of_its_own() -> None:
    effort = replace(Effort(10, 1, Event(), turns=True), weighing=True)
    assert (
        tuple(solver_for(effort, crowded(LOADS).cp).parameters.subsolvers) == WEIGHING
    )


def test_only_what_is_free_makes_a_model_large(monkeypatch: pytest.MonkeyPatch) -> None:
    program, effort = crowded(LOADS), Effort(10, 1, Event(), turns=True)
    monkeypatch.setattr("optimizer.effort.LARGE", 3 * len(LOADS) - 1)
    assert solver_for(effort, program.cp).parameters.max_presolve_iterations == 1
    with program.without([0]):
        usual = solver_for(effort, program.cp).parameters.max_presolve_iterations
    assert usual > 1
