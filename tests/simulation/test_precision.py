"""Years are played until the primary measures are as precise as was asked."""

import pytest

from scenarios import Plan
from simulation.precision import PRIMARY, is_precise, until_looks
from simulation.replicate import replicate
from simulation.summary import paired_differences, summary
from tests.simulation.offices import office, stream


def two_leads(**simulation):
    """An office of one person under two leads, with much the same work every year."""
    return office(
        people={"ann": {"holds": ["desk", "head", "vice"]}},
        leader="head",
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "in_charge": "vice"},
        },
        posts={"head": {"unit": "top"}, "vice": {"unit": "top"}, "desk": {}},
        work={
            "one": stream("desk", 2, arrive={"per_year": 300}),
            "two": stream("desk", 2, arrive={"per_year": 300}, post="head"),
        },
        simulation={"warm_up_days": 0, **simulation},
    )


def years(precision, *, most=40, workers=1, town=None):
    town = town or two_leads()
    return replicate(
        town,
        Plan.today(town),
        seed=3,
        replications=most,
        precision=precision,
        workers=workers,
    )


def half_widths(values):
    """Return the half-widths of the primary measures as shares of their means."""
    return [
        one.half_width / one.mean
        for one in summary(values)
        if (one.measure, one.of) in PRIMARY
    ]


@pytest.fixture(scope="module")
def all_years():
    return years(None)


def test_years_are_looked_at_after_ten_and_then_every_five():
    assert [*until_looks(23)] == [
        range(10), range(10, 15), range(15, 20), range(20, 23),
    ]  # fmt: skip
    assert [*until_looks(10)] == [range(10)]
    assert [*until_looks(2)] == [range(2)]


def test_playing_stops_at_the_first_look_that_is_precise(all_years):
    shares = [max(half_widths(all_years.values[:n])) for n in range(10, 41, 5)]
    asked = sorted(shares)[3]
    first = next(look for look, share in enumerate(shares) if share <= asked)
    done = years(asked)
    assert len(done.values) == 10 + 5 * first < 40
    assert first > 0
    assert done.precise
    assert done.values == all_years.values[: len(done.values)]
    assert done.checks.pieces < all_years.checks.pieces


def test_two_processes_stop_where_one_does(all_years):
    asked = max(half_widths(all_years.values[:15])) * 1.0001
    # Written out, since what is not a number is unlike itself.
    assert repr(years(asked, workers=2)) == repr(years(asked))
    assert len(years(asked).values) <= 15


def test_what_is_not_reached_is_said(all_years):
    done = years(0.0001)
    assert done.values == all_years.values
    assert done.precise is False
    assert all_years.precise is None


def test_fewer_years_than_the_first_look_are_all_played():
    done = years(0.9, most=4)
    assert len(done.values) == 4
    assert done.precise


def test_one_year_is_never_precise():
    assert not is_precise([{("clashes", "town"): 5.0}], 0.9)


def test_a_town_without_clashes_or_work_is_precise():
    nothing = {("clashes", "town"): 0.0, ("waiting_hours", "town"): float("nan")}
    assert is_precise([nothing, nothing], 0.05)


def test_differences_are_of_the_years_that_both_played(all_years):
    slower = years(None, most=12, town=two_leads(scale=1.1))
    all_but = paired_differences(all_years.values[:12], slower.values)
    assert repr(paired_differences(all_years.values, slower.values)) == repr(all_but)
    (clashes,) = (
        one for one in all_but if (one.measure, one.of) == ("clashes", "town")
    )
    assert clashes.replications == 12
    assert clashes.mean > clashes.half_width > 0
