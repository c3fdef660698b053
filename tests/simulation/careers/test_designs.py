"""Designs compared on the same luck."""

import gc
from dataclasses import replace
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis.strategies import fixed_dictionaries, sampled_from

from simulation.careers import (
    ImbalanceError,
    draw_careers,
    measure_careers,
    play_careers,
    replicate_careers,
)
from simulation.careers.balance import check_balance
from simulation.careers.chairs import Level
from simulation.careers.log import Happened
from simulation.play.kernel import without_collection
from tests.simulation.careers.towns import reform
from tests.towns import plan

FLOWS = {"leader_openings": 0, "leader_inside_share": 0}


def play(design, replication=0):
    luck = draw_careers(design, seed=1, replication=replication)
    return play_careers(design, plan(), luck)


def test_people_leave_and_are_followed_alike_under_every_design():
    logs = [play(reform(design, flows=FLOWS)) for design in ("old", "flat", "dual")]
    departures = [
        sorted(
            (row.month, row.person, row.of)
            for row in log.rows
            if row.happened is Happened.LEFT
        )
        for log in logs
    ]
    assert departures[0] == departures[1] == departures[2]
    newcomers = [
        {(one.id, one.born, one.sex) for one in log.cadres if one.generation > 0}
        for log in logs
    ]
    assert newcomers[0] == newcomers[1] == newcomers[2]
    assert len(newcomers[0]) > 10


def test_fewer_seats_mean_fewer_appointments_and_longer_waits():
    found = {
        design: [
            measure_careers(town, play(town, replication)) for replication in range(6)
        ]
        for design, town in (("old", reform("old")), ("flat", reform("flat")))
    }

    def mean(design, name):
        return fmean(values[name, "town"] for values in found[design])

    for name in ("seat_appointments", "promotions", "mid_level_opportunity_5y"):
        assert mean("flat", name) < mean("old", name), name
    assert mean("flat", "years_to_mid_level_median") > mean(
        "old", "years_to_mid_level_median"
    )
    assert (mean("old", "titles_lost"), mean("flat", "titles_lost")) == (0, 6)


def test_a_higher_share_of_chiefs_gives_back_what_fewer_units_took():
    raised = reform("flat", policy={"mid_level_share": 11 / 68})
    values = measure_careers(raised, play(raised))
    assert values["mid_level_seats", "seat:mid_chief"] == 11


def test_opportunities_have_no_value_beyond_the_years_played():
    short = reform("old", years=5)
    values = measure_careers(short, play(short))
    assert 0 < values["promotion_opportunity_5y", "town"] <= 1
    assert str(values["promotion_opportunity_10y", "town"]) == "nan"


def test_every_design_has_the_same_measures():
    measured = [measure_careers(one, play(one)) for one in map(reform, ("old", "dual"))]
    assert measured[0].keys() == measured[1].keys()


def test_replications_are_the_same_in_other_processes():
    design = reform("flat", years=2)
    told: list[tuple[int, int]] = []

    def tell(done, of):
        told.append((done, of))

    here = replicate_careers(design, plan(), seed=5, replications=5)
    there = replicate_careers(
        design, plan(), seed=5, replications=5, workers=2, on_progress=tell
    )
    assert repr(here) == repr(there)
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert repr(here[0]) != repr(here[1])


def test_what_a_play_leaves_behind_needs_no_garbage_collector():
    play(reform("flat"))
    with without_collection():
        gc.collect()
        play(reform("flat"), replication=1)
        assert gc.collect() < 100


def test_books_that_do_not_balance_are_noticed():
    log = play(reform("flat"))
    present = dict.fromkeys(
        {row.person for row in log.rows}
        - {row.person for row in log.rows if row.happened is Happened.LEFT}
    )
    check_balance(log, present=present)
    entered = next(row for row in log.rows if row.happened is Happened.ENTERED)
    seated = next(row for row in log.rows if row.happened is Happened.SEATED)
    left = next(row for row in log.rows if row.happened is Happened.LEFT)
    for fault in (entered, seated, left):
        with pytest.raises(ImbalanceError):
            check_balance(replace(log, rows=(*log.rows, fault)), present=present)
    with pytest.raises(ImbalanceError):
        check_balance(log, present={**present, "nobody": None})


@settings(max_examples=25, deadline=None)
@given(
    design=sampled_from(["old", "flat", "dual"]),
    credit=sampled_from(["appointed_title", "operating_post", "either"]),
    share=sampled_from([None, 0.0, 0.3, 1.0]),
    flows=fixed_dictionaries(
        {
            "minimum_service_years": sampled_from([0, 5, 50]),
            "leave_young": sampled_from([0, 0.9]),
            "lose": sampled_from([0, 0.5]),
            "replace_share": sampled_from([0, 0.7, 1]),
            "seat_years": sampled_from([0.01, 1, 4.5]),
            "leader_openings": sampled_from([0, 1.5, 1000]),
            "leader_inside_share": sampled_from([0, 0.35, 1]),
            "boards_per_year": sampled_from([1, 5, 12]),
        }
    ),
)
def test_the_books_balance_whatever_the_settings(design, credit, share, flows):
    policy = {"credit": credit, "mid_level_share": share}
    town = reform(design, years=3, policy=policy, flows=flows)
    log = play(town)
    values = measure_careers(town, log)
    left = sum(row.happened is Happened.LEFT for row in log.rows)
    assert values["strength_at_end", "town"] == len(log.cadres) - left
    leaders = {one.id for one in log.chairs if one.level is Level.LEADER}
    ups = [row for row in log.rows if row.happened is Happened.SEATED]
    downs = [row for row in log.rows if row.happened is Happened.UNSEATED]
    seated = sum(row.of in leaders for row in ups)
    assert seated - sum(row.of in leaders for row in downs) == 11
