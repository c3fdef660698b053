from dataclasses import replace

import pytest

from scenarios.language.months import month
from simulation.careers.cadre import roster
from simulation.careers.conditions import Conditions
from simulation.careers.fates import Reason, called_month, fates
from simulation.careers.luck import Lot
from simulation.careers.waits import rate_by_chance, wait
from tests.towns import person, town

START = month(2026, 1)
GRID = [(k + 0.5) / 20_000 for k in range(20_000)]


def terms(**flows):
    return Conditions.of(town(careers={"flows": flows}))


def lots(**numbers):
    found = [0.99] * len(Lot)
    for name, number in numbers.items():
        found[Lot[name.upper()]] = number
    return found


def cadre(**keys):
    (one,) = roster(town(people={"p1": person(**keys)}))
    return one


def test_even_numbers_become_a_constant_chance_a_month():
    waits = [wait(number, rate_by_chance(0.01)) for number in GRID]
    for months in (1, 12, 100):
        share = sum(one in range(months) for one in waits) / len(GRID)
        assert share == pytest.approx(1 - 0.99**months, abs=1e-4)


def test_what_has_no_rate_never_happens_and_what_is_certain_happens_at_once():
    assert wait(0.999, 0.0) is None
    assert wait(0.999, rate_by_chance(1.5)) == 0
    assert wait(0.0, 0.3) == 0


def test_nobody_is_called_away_before_the_minimum_service_is_done():
    flows = terms(leave_young=0.5, leave_older=0.5)
    young = cadre(born="2000-01", joined="2024-03")
    months = {called_month(number, young, flows) for number in GRID}
    assert min(one for one in months if one) == month(2029, 3)


def test_people_are_called_away_often_while_young_and_rarely_later():
    flows = terms(
        minimum_service_years=0, young_until=35, leave_young=0.2, leave_older=0.02
    )
    one = cadre(born="1996-01", joined="2018-01")
    months = [called_month(number, one, flows) for number in GRID]

    def share(years):
        return sum(called < START + 12 * years for called in months) / len(GRID)

    assert share(5) == pytest.approx(1 - 0.8**5, abs=1e-3)
    assert share(8) == pytest.approx(1 - 0.8**5 * 0.98**3, abs=1e-3)


def test_the_earliest_fate_comes_first_and_only_cadres_are_called_away():
    flows = terms(leave_young=0.5, leave_older=0.5, lose=0.5)
    one = cadre(born="1978-06", joined="2001-07")
    reasons = [fate.reason for fate in fates(one, lots(called=0.1, lost=0.9), flows)]
    assert reasons == [Reason.CALLED, Reason.LOST, Reason.RETIRED]

    worker = cadre(identity="contract", born="1978-06", joined="2001-07")
    reasons = [fate.reason for fate in fates(worker, lots(called=0.1, lost=0.9), flows)]
    assert reasons == [Reason.LOST, Reason.RETIRED]


def test_who_should_have_retired_already_goes_in_the_first_month():
    late = replace(cadre(), retires=month(2020, 1))
    first = fates(late, lots(called=0.5, lost=0.5), terms())[0]
    assert (first.month, first.reason) == (START, Reason.RETIRED)


def test_civil_servants_may_leave_early_after_thirty_years_or_close_to_the_age():
    long = cadre(sex="m", born="1970-01", joined="1990-03")
    (early, _) = fates(long, lots(early=0.0), terms(early_leave=0.5, lose=0))[:2]
    assert (early.month, early.reason) == (START, Reason.EARLY)
    # The age is 2032-10; twenty years of service are done in 2028.
    short = cadre(sex="m", born="1971-05", joined="2008-07")
    early = fates(short, lots(early=0.0), terms(early_leave=0.5, lose=0))[0]
    assert early.month == month(2028, 7)


def test_others_may_leave_up_to_three_years_early_but_not_below_the_old_age():
    one = cadre(identity="institution_staff", sex="m", born="1970-01", joined="1990-03")
    early = fates(one, lots(early=0.0), terms(early_leave=0.5, lose=0))[0]
    assert early.month == month(2030, 1)


def test_people_resign_and_are_seconded_after_the_minimum_service():
    young = cadre(born="2000-01", joined="2024-03")
    flows = terms(resign=0.1, second=0.1, leave_young=0, leave_older=0, lose=0)
    found = fates(young, lots(resigned=0.0, seconded=0.0), flows)
    assert [(one.month, one.reason) for one in found[:2]] == [
        (month(2029, 3), Reason.RESIGNED),
        (month(2029, 3), Reason.SECONDED),
    ]
