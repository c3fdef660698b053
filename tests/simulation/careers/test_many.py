"""The arrays and the play on SimPy say the same of every town, to the last event."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from simulation.careers.log import Happened
from simulation.careers.luck import FIRST_GENERATIONS, draw_luck
from simulation.careers.many import play_many
from simulation.careers.many.events import Column, without_chains
from simulation.careers.play import play_setting
from simulation.careers.setting import Setting
from tests.simulation.careers.random_towns import settings_of
from tests.simulation.careers.towns import NO_FLOWS, reform
from tests.towns import person, plan, town

SLOW_TOO = [HealthCheck.too_slow, HealthCheck.large_base_example]


def check_same(setting, replications=2):
    names = setting.names
    lucks = [draw_luck(names, seed=3, replication=k) for k in range(replications)]
    many = play_many(setting, lucks)
    for replication, luck in enumerate(lucks):
        log = play_setting(setting, luck)
        assert sorted(many.rows(replication)) == without_chains(log)
        births = {(one.id, one.born, one.sex == "f") for one in log.cadres}
        assert set(many.births(replication)) == births
        moves = Counter(
            row.chain
            for row in log.rows
            if row.happened is Happened.SEATED
            and row.month >= log.start
            and row.chain is not None
        )
        assert int(many.moves[replication]) == moves.total()
        assert int(many.chains[replication]) == len(moves)


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW_TOO)
@given(settings_of())
def test_a_hundred_random_towns_come_out_the_same(setting):
    check_same(setting)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=SLOW_TOO)
@given(settings_of())
def test_a_thousand_random_towns_come_out_the_same(setting):
    check_same(setting)


@pytest.mark.parametrize("design", ["old", "flat", "dual"])
def test_a_whole_reform_comes_out_the_same(design):
    check_same(Setting.of(reform(design), plan()), replications=3)


def test_more_people_than_were_drawn_for_at_first_come_out_the_same():
    setting = Setting.of(
        town(
            people={"a": person(), "b": person()},
            careers={
                "years": 10,
                "flows": {**NO_FLOWS, "lose": 0.999, "replace_share": 1},
            },
        ),
        plan(),
    )
    check_same(setting)
    luck = draw_luck(setting.names, seed=3, replication=0)
    generations = play_many(setting, [luck]).table[:, Column.GENERATION]
    assert generations.max() > FIRST_GENERATIONS
