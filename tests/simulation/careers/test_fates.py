from dataclasses import replace

import pytest

from scenarios.language.months import month
from scenarios.language.settings import CareerFlows
from simulation.careers.cadre import roster
from simulation.careers.fates import Reason, called_month, fates, wait, wait_by_chance
from tests.towns import person, town

START = month(2026, 1)
GRID = [(k + 0.5) / 20_000 for k in range(20_000)]


def cadre(**keys):
    (one,) = roster(town(people={"p1": person(**keys)}))
    return one


def test_even_numbers_become_a_constant_chance_a_month():
    waits = [wait_by_chance(number, 0.01) for number in GRID]
    for months in (1, 12, 100):
        share = sum(one in range(months) for one in waits) / len(GRID)
        assert share == pytest.approx(1 - 0.99**months, abs=1e-4)


def test_what_has_no_rate_never_happens_and_what_is_certain_happens_at_once():
    assert wait(0.999, 0.0) is None
    assert wait_by_chance(0.999, 1.5) == 0
    assert wait(0.0, 0.3) == 0


def test_nobody_is_called_away_before_the_minimum_service_is_done():
    flows = CareerFlows(leave_young=0.5, leave_older=0.5)
    young = cadre(born="2000-01", joined="2024-03")
    months = {called_month(number, young, flows) for number in GRID}
    assert min(one for one in months if one) == month(2029, 3)


def test_people_are_called_away_often_while_young_and_rarely_later():
    flows = CareerFlows(
        minimum_service_years=0, young_until=35, leave_young=0.2, leave_older=0.02
    )
    one = cadre(born="1996-01", joined="2018-01")
    months = [called_month(number, one, flows) for number in GRID]

    def share(years):
        return sum(called < START + 12 * years for called in months) / len(GRID)

    assert share(5) == pytest.approx(1 - 0.8**5, abs=1e-3)
    assert share(8) == pytest.approx(1 - 0.8**5 * 0.98**3, abs=1e-3)


def test_the_earliest_fate_comes_first_and_only_cadres_are_called_away():
    flows = CareerFlows(leave_young=0.5, leave_older=0.5, lose=0.5)
    one = cadre(born="1985-06", joined="2008-07")
    reasons = [fate.reason for fate in fates(one, called=0.1, lost=0.9, flows=flows)]
    assert reasons == [Reason.CALLED, Reason.LOST, Reason.RETIRED]

    worker = cadre(identity="contract", born="1985-06", joined="2008-07")
    reasons = [fate.reason for fate in fates(worker, called=0.1, lost=0.9, flows=flows)]
    assert reasons == [Reason.LOST, Reason.RETIRED]


def test_who_should_have_retired_already_goes_in_the_first_month():
    late = replace(cadre(), retires=month(2020, 1))
    first = fates(late, called=0.5, lost=0.5, flows=CareerFlows())[0]
    assert (first.month, first.reason) == (START, Reason.RETIRED)
