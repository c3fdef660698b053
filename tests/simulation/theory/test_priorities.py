"""Lines of several classes: Cobham (1954), and Hillier and Lieberman's hospital.

The hospital's rates are 0.2, 0.6 and 1.2 an hour, and a case takes a third of an
hour; here every hour is ten hours long.
"""

import pytest

from tests.simulation.theory.chains import on_average
from tests.simulation.theory.desks import agrees, classes
from tests.simulation.theory.formulas import (
    cobham_waits,
    erlang_wait,
    interrupting_times,
)

RATES = {"first": 0.02, "second": 0.06, "third": 0.12}
MEAN = 10 / 3
URGENT = {"urgent": True}


def waits(values):
    return {
        ("waiting_hours", f"stream:{name}"): value
        for name, value in zip(RATES, values, strict=False)
    }


def test_the_hospital_table_is_the_published_one():
    hours = [10 * value for value in (0.238, 0.325, 0.909)]
    assert cobham_waits(RATES.values(), MEAN) == pytest.approx(hours, abs=0.005)
    two = [10 * value for value in (0.029, 0.033, 0.048)]
    assert cobham_waits(RATES.values(), MEAN, 2) == pytest.approx(two, abs=0.005)
    # Beyond the work itself, where each class interrupts those below it.
    beyond = [time - MEAN for time in interrupting_times(RATES.values(), MEAN)]
    assert beyond == pytest.approx([0.2381, 1.5368, 10.3030], abs=1e-4)
    beyond = [time - MEAN for time in interrupting_times(RATES.values(), MEAN, 2)]
    assert beyond == pytest.approx([0.0037, 0.0793, 0.6542], abs=1e-4)


@pytest.mark.parametrize("seats", [1, 2])
def test_priorities_wait_as_cobham_says(seats):
    design = classes(seats, MEAN, RATES)
    assert agrees(design, waits(cobham_waits(RATES.values(), MEAN, seats)))


def test_priorities_of_a_busy_post_of_three_wait_as_cobham_says():
    rates = {"first": 0.05, "second": 0.05, "third": 0.05}
    expected = cobham_waits(rates.values(), 18.0, 3)
    assert agrees(classes(3, 18.0, rates), waits(expected))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_each_class_of_the_hospital_interrupts_those_below_it(place):
    """What is above a class is urgent, and itself routine: it sees no more of them."""
    name = [*RATES][place]
    here = dict([*RATES.items()][: place + 1])
    urgent = dict.fromkeys([*RATES][:place], URGENT)
    expected = interrupting_times(RATES.values(), MEAN)[place]
    design = classes(1, MEAN, here, **urgent)
    assert agrees(design, {("time_in_system_hours", f"stream:{name}"): expected})


def test_urgent_work_never_waits_for_what_it_interrupts():
    expected = erlang_wait(RATES["first"], MEAN, 1)
    design = classes(1, MEAN, RATES, first=URGENT)
    assert agrees(design, {("waiting_hours", "stream:first"): expected})


FLOOD, LETTER, LONG_MEAN = 0.05, 0.1, 10.0
MOST = 60


def called_away(state):
    """Yield the moves of two people, each of whom resumes what was interrupted.

    A state is how each stands, as urgent work in hand, and routine in hand or laid
    aside; and how much urgent and routine work waits.
    """
    yield from _arriving(*state)
    for place in (0, 1):
        yield from _ending(place, *state)


def _arriving(people, urgent, routine):
    free = [place for place in (0, 1) if people[place] == (False, False)]
    at_less = [place for place in (0, 1) if not people[place][0]]
    if at_less:
        place = (free or at_less)[0]
        called = (True, people[place][1])
        yield FLOOD, (_pair(called, people[1 - place]), urgent, routine)
    elif urgent < MOST:
        yield FLOOD, (people, urgent + 1, routine)
    if free:
        yield LETTER, (_pair((False, True), people[1 - free[0]]), urgent, routine)
    elif routine < MOST:
        yield LETTER, (people, urgent, routine + 1)


def _ending(place, people, urgent, routine):
    (pressing, own), other = people[place], people[1 - place]
    if pressing and urgent:
        yield 1 / LONG_MEAN, (people, urgent - 1, routine)
    elif pressing and own:
        yield 1 / LONG_MEAN, (_pair((False, True), other), urgent, routine)
    elif pressing or own:
        follows = (False, routine > 0)
        yield 1 / LONG_MEAN, (_pair(follows, other), urgent, max(routine - 1, 0))


def _pair(one, other):
    return tuple(sorted([one, other]))


def test_two_people_resume_each_their_own_as_the_chain_says():
    def letters_inside(state):
        people, _, routine = state
        return routine + sum(own for _, own in people)

    start = ((False, False), (False, False)), 0, 0
    expected = on_average(start, called_away, letters_inside) / LETTER
    rates = {"flood": FLOOD, "letter": LETTER}
    # Whoever was called away goes on alone, though the other may be free meanwhile.
    assert expected > interrupting_times(rates.values(), LONG_MEAN, 2)[1]
    of = {
        ("time_in_system_hours", "stream:letter"): expected,
        ("waiting_hours", "stream:flood"): erlang_wait(FLOOD, LONG_MEAN, 2),
    }
    assert agrees(classes(2, LONG_MEAN, rates, flood=URGENT), of)
