from statistics import fmean

import pytest

from benchmarks.heap_kernel import bare_heap
from benchmarks.playing_queues import _ciw, _line, _post, _resource, _year
from benchmarks.ratios import in_turns, told
from benchmarks.towns.copies import copies
from scenarios import Plan
from simulation.draw import draw_year
from simulation.play import play
from tests.simulation.test_replicate import busy_town


def test_a_bare_heap_plays_the_same_year():
    town = busy_town()
    year = draw_year(town, seed=1, replication=0)
    on_simpy = play(town, Plan.today(town), year)
    with bare_heap():
        assert play(town, Plan.today(town), year) == on_simpy


def test_copies_of_a_town_have_each_their_own_people_and_work():
    town = busy_town()
    county = copies(town, 3)
    assert len(county.people) == 3 * len(town.people)
    year = draw_year(county, seed=1, replication=0)
    log = play(county, Plan.today(county), year)
    busy = {row.person for row in log.rows if row.event == "began"}
    assert busy == {*county.people}
    for row in log.rows:
        if row.person and row.stream and row.how != "decision":
            assert row.person.rsplit("_")[-1] == row.stream.rsplit("_")[-1]


@pytest.mark.filterwarnings("ignore:Pickle, copy:DeprecationWarning")
def test_all_ways_to_play_a_line_wait_as_long():
    town, other = _post(), _post(other=True)
    year, other_year = (draw_year(one, seed=1, replication=0) for one in (town, other))
    line = _line(year)
    waits = sorted(_year(town, year))[-2000:]
    # Whoever comes last may still wait as the others stop.
    for others in (_resource(line), _ciw(line)):
        assert sorted(others)[-2000:] == pytest.approx(waits, abs=1e-6)
    # One letter of another kind makes a few wait longer.
    assert fmean(_year(other, other_year)) == pytest.approx(
        fmean(_year(town, year)), rel=1e-3
    )


def test_ratios_are_told_to_the_first():
    times = in_turns({"short": lambda: sum(range(9)), "long": lambda: None}, 3)
    assert [len(found) for found in times.values()] == [3, 3]
    text = told({"a": [1.0, 2.0], "b": [3.0, 6.0]}, {"b": "at least 2"})
    assert text.splitlines()[-1] == "| b | 4.500 | 3.00 | at least 2 |"
