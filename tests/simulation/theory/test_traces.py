"""Traces first come, first served: the waits of the recursions, to the microsecond."""

from itertools import pairwise

import numpy as np
import pytest

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
