"""Traces first come, first served: the waits of the recursions, to the microsecond."""

from itertools import pairwise

import numpy as np
import pytest

from simulation.clock import HOUR
from simulation.rows import Event
from tests.simulation.offices import played, stream, traced
from tests.simulation.theory.desks import desk

pytestmark = pytest.mark.usefixtures("either_way")


def trace(key, seats, count=400):
    """Return rows of when a piece comes and how long it takes, in odd fractions."""
    numbers = np.random.Generator(np.random.Philox(key=key))
    came = np.cumsum(numbers.exponential(2.0, count)).round(9).tolist()
    took = numbers.exponential(1.8 * seats, count).round(9).tolist()
    return [*zip(came, took, strict=True)]


def played_waits(folder, seats, rows):
    work = stream("desk", 1, arrive=traced(folder, "w", *rows))
    log, _ = played(desk(seats, {"w": work}))
    return [row.at - row.since for row in log.rows if row.event is Event.BEGAN]


def whole(hours):
    return round(hours * 3_600_000_000)


def test_what_came_before_the_first_day_that_is_played_is_left_out(tmp_path):
    rows = [("2025-12-31T23:00", 2), ("2026-01-01T01:00", 3), ("2026-01-01T02:00", 1)]
    design = desk(
        1, {"w": stream("desk", 1, arrive=traced(tmp_path, "w", *rows))}, warm_up_days=0
    )
    log, _ = played(design)
    began = [row for row in log.rows if row.event is Event.BEGAN]
    assert [(row.at, row.length) for row in began] == [
        (1 * HOUR, 3 * HOUR),
        (4 * HOUR, 1 * HOUR),
    ]


def test_a_trace_waits_exactly_as_lindley_says(tmp_path):
    rows = trace(7, 1)
    waits = [0]
    for (before, work), (now, _) in pairwise(rows):
        waits.append(max(0, waits[-1] + whole(work) - (whole(now) - whole(before))))
    assert played_waits(tmp_path, 1, rows) == waits


@pytest.mark.parametrize("seats", [2, 3, 7])
def test_a_trace_before_several_waits_as_kiefer_and_wolfowitz_say(tmp_path, seats):
    rows = trace(11 + seats, seats)
    free, waits = [0] * seats, []
    for now, work in rows:
        begin = max(whole(now), free[0])
        waits.append(begin - whole(now))
        free = sorted([begin + whole(work), *free[1:]])
    assert max(waits) > 0
    assert played_waits(tmp_path, seats, rows) == waits
