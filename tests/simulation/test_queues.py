"""Offices that queueing theory knows: the play must give its means, |z| < 4.

The references are exact: Erlang (1917), Pollaczek and Khinchine, Cobham (1954).
"""

from itertools import pairwise
from math import factorial

import numpy as np
import pytest

from simulation.log import Event
from tests.simulation.offices import deviations, office, played, stream, traced

CONTINUOUS = {"kind": "continuous"}
LONG = {"warm_up_days": 40, "patience_hours": 0, "handover_hours": 0}


def exponential(mean):
    return {"dist": "exponential", "mean": mean}


def desk(seats, work):
    return office(
        people={f"p{number}": {"holds": ["desk"]} for number in range(seats)},
        posts={"desk": {"seats": seats, "backups": 0}},
        work=work,
        calendar=CONTINUOUS,
        simulation=LONG,
    )


def one_stream(seats, per_hour, hours):
    work = stream("desk", hours, arrive={"per_hour": per_hour})
    return desk(seats, {"letters": work})


def erlang_wait(rate, mean, seats):
    """Mean wait of M/M/c."""
    load = rate * mean
    waiting = load**seats / factorial(seats) / (1 - load / seats)
    chance = waiting / (sum(load**k / factorial(k) for k in range(seats)) + waiting)
    return chance * mean / (seats - load)


WAIT = ("waiting_hours", "town")


@pytest.mark.parametrize(
    ("seats", "rate", "mean"), [(1, 0.2, 3.0), (2, 0.25, 6.0), (5, 0.25, 16.0)]
)
def test_a_post_of_c_seats_waits_as_erlang_says(seats, rate, mean):
    design = one_stream(seats, rate, exponential(mean))
    (z,) = deviations(design, {WAIT: erlang_wait(rate, mean, seats)})
    assert abs(z) < 4


def test_work_of_fixed_length_waits_as_pollaczek_and_khinchine_say():
    rate, mean = 0.2, 3.5
    expected = rate * mean**2 / 2 / (1 - rate * mean)
    (z,) = deviations(one_stream(1, rate, mean), {WAIT: expected})
    assert abs(z) < 4


def test_work_of_uneven_length_waits_as_pollaczek_and_khinchine_say():
    rate, mean, spread = 0.2, 3.0, 1.0
    expected = rate * mean**2 * (1 + spread**2) / 2 / (1 - rate * mean)
    hours = {"dist": "gamma", "mean": mean, "spread": spread}
    (z,) = deviations(one_stream(1, rate, hours), {WAIT: expected})
    assert abs(z) < 4


def classes(mean, **keys):
    """Three streams at one post; the first goes before the second before the third."""
    rates = {"first": 0.02, "second": 0.06, "third": 0.12}
    return desk(
        1,
        {
            name: stream(
                "desk",
                exponential(mean),
                arrive={"per_hour": rate},
                priority=place + 1,
                **keys.get(name, {}),
            )
            for place, (name, rate) in enumerate(rates.items())
        },
    )


def test_priorities_wait_as_cobham_says():
    # The hospital of Hillier and Lieberman, with hours ten times as long.
    expected = {"first": 2.38095, "second": 3.24675, "third": 9.09091}
    found = deviations(
        classes(10 / 3),
        {("waiting_hours", f"stream:{name}"): wait for name, wait in expected.items()},
    )
    assert max(map(abs, found)) < 4


def test_urgent_work_never_waits_for_what_it_interrupts():
    urgent = {"first": {"urgent": True}}
    design = classes(10 / 3, **urgent)
    # Preemptive resume for the first class alone is M/M/1 of the first class.
    load = 0.02 * 10 / 3
    expected = load * 10 / 3 / (1 - load)
    (z,) = deviations(design, {("waiting_hours", "stream:first"): expected})
    assert abs(z) < 4


def test_two_who_back_each_other_up_at_once_are_one_post_of_two_seats():
    rate, mean = 0.12, 6.0
    design = office(
        people={
            "ann": {"holds": ["roads"], "backs_up": ["books"]},
            "bob": {"holds": ["books"], "backs_up": ["roads"]},
        },
        posts={"roads": {}, "books": {}},
        work={
            name: stream(name, exponential(mean), arrive={"per_hour": rate})
            for name in ("roads", "books")
        },
        calendar=CONTINUOUS,
        simulation={**LONG, "backup_speed": 1},
    )
    (z,) = deviations(design, {WAIT: erlang_wait(2 * rate, mean, 2)})
    assert abs(z) < 4


def test_a_trace_waits_exactly_as_lindley_says(tmp_path):
    numbers = np.random.Generator(np.random.Philox(key=7))
    came = np.cumsum(numbers.exponential(2.0, 400)).round(9).tolist()
    took = numbers.exponential(1.8, 400).round(9).tolist()
    rows = [*zip(came, took, strict=True)]
    design = desk(1, {"w": stream("desk", 1, arrive=traced(tmp_path, "w", *rows))})
    log, _ = played(design)

    def whole(hours):
        return round(hours * 3_600_000_000)

    waits = [0]
    for (before, work), (now, _) in pairwise(rows):
        waits.append(max(0, waits[-1] + whole(work) - (whole(now) - whole(before))))
    began = [row.at - row.since for row in log.rows if row.event is Event.BEGAN]
    assert began == waits
