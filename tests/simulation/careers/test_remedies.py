from math import inf

import pytest

from simulation.careers.luck import draw_luck
from simulation.careers.many import play_many
from simulation.careers.measures.history import histories, todays_staff
from simulation.careers.measures.opportunity import waiting
from simulation.careers.measures.survival import median_wait, survival
from simulation.careers.play import play_setting
from simulation.careers.remedies import find_remedy, with_remedies
from simulation.careers.setting import Setting
from simulation.careers.waiting import waits
from tests.simulation.careers.towns import reform
from tests.towns import plan

REMEDIES = {
    "credit": {"name": "加分", "price": 1, "policy": {"credit": "either"}},
    "few": {"name": "少", "price": 3, "policy": {"mid_level_share": 0.1}},
    "many": {"name": "多", "price": 7, "policy": {"mid_level_share": 0.2}},
    "rotation": {"name": "轮岗", "price": 50, "policy": {"rotation_years": 1}},
}


def search(old, design, *, go_on=lambda _: True, replications=20):
    pairs = (old, plan()), (design, plan())
    return find_remedy(*pairs, seed=1, replications=replications, go_on=go_on)


def test_the_cheapest_remedy_that_restores_the_wait_is_found():
    found = search(reform("old"), reform("flat", remedies=REMEDIES))
    assert found.complete
    assert found.found is not None
    assert [one.id for one in found.found.remedies] in (["many"], ["credit", "many"])
    assert found.found.median.years <= found.target.years
    assert all(one.median.years > found.target.years for one in found.trials[:-1])
    prices = [one.price for one in found.trials]
    assert prices == sorted(prices)
    assert prices[0] == 0


def test_remedies_that_set_the_same_key_are_not_combined():
    found = search(reform("old"), reform("flat", remedies=REMEDIES))
    for trial in found.trials:
        names = {one.id for one in trial.remedies}
        assert not {"few", "many"} <= names


def test_a_structure_that_took_nothing_needs_no_remedy():
    found = search(reform("old"), reform("old", remedies=REMEDIES))
    assert found.found is not None
    assert found.found.remedies == ()
    assert found.found.longer == (0, 0)


def test_what_no_remedy_restores_is_told_after_all_were_tried():
    few = {"few": REMEDIES["few"], "credit": REMEDIES["credit"]}
    found = search(reform("old"), reform("flat", remedies=few))
    assert (found.found, found.complete, len(found.trials)) == (None, True, 4)


def test_a_search_that_is_stopped_says_so():
    design = reform("flat", remedies=REMEDIES)
    found = search(reform("old"), design, go_on=lambda _: False)
    assert (found.found, found.complete, len(found.trials)) == (None, False, 1)


def test_a_design_without_any_seat_never_gives_one():
    found = search(reform("old", years=2), reform("flat", years=2), replications=2)
    assert found.target.years == inf
    assert found.found is not None


def test_waits_of_many_are_those_that_are_measured():
    design = reform("flat")
    setting = Setting.of(design, plan())
    lucks = [draw_luck(setting.names, seed=1, replication=k) for k in range(4)]
    for luck, found in zip(lucks, waits(play_many(setting, lucks), 4), strict=True):
        log = play_setting(setting, luck)
        staff = todays_staff(log, histories(log))
        measured = dict(waiting(design, log, staff))
        median = measured["years_to_mid_level_median", "town"]
        assert median_wait(survival(found)) == pytest.approx(median, nan_ok=True)
        assert len(found) == sum(one.cadre.title is None for one in staff)


def test_only_the_keys_that_a_remedy_sets_are_changed():
    design = reform("flat", remedies=REMEDIES, policy={"deputies_count": False})
    (changed,) = [design.careers.remedies["rotation"]]
    policy = with_remedies(design, [changed]).careers.policy
    assert (policy.rotation_years, policy.deputies_count) == (1, False)
