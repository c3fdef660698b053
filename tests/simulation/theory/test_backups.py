"""A-holders and B-holders: from one shared line to two that never meet."""

import pytest

from tests.simulation.offices import stream
from tests.simulation.theory.chains import on_average
from tests.simulation.theory.desks import (
    FOREVER,
    HOURS,
    IN_SYSTEM,
    WAIT,
    agrees,
    exponential,
    town_hall,
)
from tests.simulation.theory.formulas import erlang_wait, impatient

RATE, MEAN = 0.06, 12.0


def two_who_back_each_other_up(patience):
    return town_hall(
        {
            "ann": {"holds": ["roads"], "backs_up": ["books"]},
            "bob": {"holds": ["books"], "backs_up": ["roads"]},
        },
        {"roads": {}, "books": {}},
        {
            name: stream(name, exponential(MEAN), arrive={"per_hour": RATE})
            for name in ("roads", "books")
        },
        patience_hours=patience,
    )


def test_two_who_back_each_other_up_at_once_are_one_post_of_two_seats():
    expected = erlang_wait(2 * RATE, MEAN, 2)
    assert agrees(two_who_back_each_other_up(0), {WAIT: expected})


def test_two_who_are_patient_forever_are_two_posts():
    expected = erlang_wait(RATE, MEAN, 1)
    assert agrees(two_who_back_each_other_up(FOREVER), {WAIT: expected})


@pytest.mark.parametrize(("seats", "patience"), [(1, 4.0), (1, 16.0), (3, 8.0)])
def test_backups_take_over_what_impatience_would_lose(seats, patience):
    """As many backups as are ever needed: the holders see M/M/c with patience."""
    rate, mean = 0.1, 8.0 * seats
    share, wait = impatient(rate, mean, seats, patience)
    backups = {f"b{number}": {"backs_up": ["desk"]} for number in range(8)}
    design = town_hall(
        {f"a{number}": {"holds": ["desk"]} for number in range(seats)} | backups,
        {"desk": {"seats": seats, "backups": 8}},
        {"letters": stream("desk", exponential(mean), arrive={"per_hour": rate})},
        patience_hours=patience,
        backup_speed=2,
    )
    expected = {("takeovers", "town"): share * rate * HOURS, WAIT: wait}
    assert agrees(design, expected)


def a_quick_one_and_a_slow_one(rate, quick, slow, most=200):
    """Return the moves of M/M/2 with unequal people, the quick one taken first.

    A state is whether each is at work, and how many wait.
    """

    def moves(state):
        ann, bob, waiting = state
        if not ann:
            yield rate, (True, bob, 0)
        elif not bob:
            yield rate, (ann, True, 0)
        elif waiting < most:
            yield rate, (ann, bob, waiting + 1)
        left = max(waiting - 1, 0)
        if ann:
            yield 1 / quick, (waiting > 0, bob, left)
        if bob:
            yield 1 / slow, (ann, waiting > 0, left)

    return moves


def test_a_holder_and_a_slow_backup_share_a_line_as_the_chain_says():
    rate, mean = 0.25, 5.0
    moves = a_quick_one_and_a_slow_one(rate, mean, 2 * mean)
    inside = on_average((False, False, 0), moves, sum)
    taken = on_average((False, False, 0), moves, lambda state: state[1])
    design = town_hall(
        {"ann": {"holds": ["desk"]}, "bob": {"backs_up": ["desk"]}},
        {"desk": {}},
        {"letters": stream("desk", exponential(mean), arrive={"per_hour": rate})},
        backup_speed=0.5,
    )
    expected = {
        IN_SYSTEM: inside / rate,
        ("takeovers", "town"): taken / (2 * mean) * HOURS,
        ("utilisation", "person:bob"): taken,
    }
    assert agrees(design, expected)
