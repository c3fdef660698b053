import pytest

from bianping.sameness import staffing_problem, working_year
from scenarios import Plan
from scenarios.load import Reading, load
from tests.bianping.towns import written

CARRIED = "people.p4.establishment=farm"


def design(tmp_path, *settings):
    town, _ = written(tmp_path)
    return load(town, Reading(settings))


def test_titles_and_careers_change_neither_staffing_nor_the_year(tmp_path):
    plain = design(tmp_path)
    titled = design(
        tmp_path, "posts.clerk.counts_as=mid_chief", "careers.years=9", "name=另"
    )
    plan = Plan.today(plain)
    assert staffing_problem(plain) == staffing_problem(titled)
    assert working_year(plain, plan) == working_year(titled, plan)


def test_work_changes_the_year_and_rules_change_staffing(tmp_path):
    plain = design(tmp_path)
    busier = design(tmp_path, "work.herds.arrive.per_year=999")
    stricter = design(tmp_path, "rules.max_posts.most=1")
    plan = Plan.today(plain)
    assert staffing_problem(plain) == staffing_problem(busier)
    assert working_year(plain, plan) != working_year(busier, plan)
    assert staffing_problem(plain) != staffing_problem(stricter)
    assert working_year(plain, plan) == working_year(stricter, plan)


def test_another_plan_is_another_year(tmp_path):
    plain = design(tmp_path)
    assert working_year(plain, Plan.today(plain)) != working_year(plain, Plan.of([]))


@pytest.mark.parametrize("rule", ["establishment", "transfers"])
def test_where_establishments_lie_matters_only_to_rules_that_read_them(tmp_path, rule):
    plain = design(tmp_path)
    carried = design(tmp_path, CARRIED)
    assert staffing_problem(plain) == staffing_problem(carried)
    rule = f"rules.{rule}.mode=hard"
    asked = [design(tmp_path, rule, *more) for more in ((), (CARRIED,))]
    assert staffing_problem(asked[0]) != staffing_problem(asked[1])
