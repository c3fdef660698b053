"""Paths through several posts: tandems, layers, and offices that are merged."""

import pytest

from tests.simulation.offices import stream
from tests.simulation.theory.desks import (
    IN_SYSTEM,
    WAIT,
    agrees,
    exponential,
    town_hall,
)
from tests.simulation.theory.formulas import erlang_wait


def a_chain_of_posts(rate, means, seats):
    names = [f"post{number}" for number in range(len(means))]
    return town_hall(
        {
            f"{name}_{place}": {"holds": [name]}
            for name, count in zip(names, seats, strict=True)
            for place in range(count)
        },
        {
            name: {"seats": count, "backups": 0}
            for name, count in zip(names, seats, strict=True)
        },
        {
            "permits": {
                "name": "证",
                "unit": "office",
                "arrive": {"per_hour": rate},
                "steps": [
                    {"who": name, "hours": exponential(mean)}
                    for name, mean in zip(names, means, strict=True)
                ],
            }
        },
    )


@pytest.mark.parametrize(
    "seats", [pytest.param((1, 1, 1), marks=pytest.mark.slow), (2, 3, 1)]
)
def test_posts_one_after_the_other_wait_each_as_if_alone(seats):
    """What leaves M/M/c comes to the next post as a Poisson stream (Burke 1956)."""
    rate = 0.125
    means = [load * count for load, count in zip((4.0, 3.2, 5.0), seats, strict=True)]
    expected = sum(
        erlang_wait(rate, mean, count) + mean
        for mean, count in zip(means, seats, strict=True)
    )
    assert agrees(a_chain_of_posts(rate, means, seats), {IN_SYSTEM: expected})


DESK = {"name": "科", "module": "module", "in_charge": "vice", "chief": "chief"}


@pytest.mark.parametrize(
    "layers", [("chief", "in_charge", "module_lead", "leader"), ("chief", "leader")]
)
def test_each_layer_of_a_decision_waits_as_if_alone(layers):
    rate, mean = 0.075, 8.0
    officers = {"chief": "chief", "in_charge": "vice", "module_lead": "lead"}
    posts = [*officers.values(), "head"]
    design = town_hall(
        {f"holder_of_{name}": {"holds": [name]} for name in posts},
        {name: {"backups": 0} for name in posts},
        {
            "permits": {
                "name": "证",
                "unit": "desk",
                "arrive": {"per_hour": rate},
                "steps": [
                    {"approve": "up_to", "layer": "leader", "hours": exponential(mean)}
                ],
            }
        },
        sections={
            "layers": layers,
            "leader": "head",
            "modules": {"module": {"name": "模块", "lead": "lead"}},
            "units": {"office": {"name": "办"}, "desk": DESK},
        },
    )
    each = erlang_wait(rate, mean, 1)
    expected = {
        IN_SYSTEM: len(layers) * (each + mean),
        ("decision_queue_hours", "town"): each,
    }
    assert agrees(design, expected)


OFFICES = ("roads", "books", "seals")


def offices(merged):
    return town_hall(
        {name: {"holds": [name]} for name in OFFICES},
        {name: {"backups": 0} for name in OFFICES},
        {
            name: stream(
                [*OFFICES] if merged else name,
                exponential(12),
                arrive={"per_hour": 0.065},
            )
            for name in OFFICES
        },
    )


@pytest.mark.parametrize(
    ("merged", "rate", "seats"), [(False, 0.065, 1), (True, 0.195, 3)]
)
def test_merged_offices_wait_as_one_and_separate_ones_as_three(merged, rate, seats):
    assert agrees(offices(merged), {WAIT: erlang_wait(rate, 12, seats)})
