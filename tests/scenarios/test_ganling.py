"""The demo town is what its README says."""

import csv
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from scenarios import Plan, Seat, Town
from scenarios.language.matters import DecidedBy, MatterList
from scenarios.language.months import month
from scenarios.language.people import Control, Identity, Person, Sex, TitleGrade
from scenarios.language.posts import CountsAs, PostGrade
from scenarios.language.structure import UnitKind
from scenarios.load import Reading, load
from tests.scenarios.yearly_hours import yearly_hours

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "scenarios" / "ganling"
DESIGNS = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "work")
NIGHTS = {"night_duty", "night_duty_leaders"}
BEYOND_THE_LIST = {"environment_finds", "nominal_powers", *NIGHTS}
ESTABLISHED = {
    Identity.CIVIL_SERVANT,
    Identity.INSTITUTION_STAFF,
    Identity.SUPPORT_STAFF,
}
NET_HOURS = 130_500


@cache
def ganling(design: str) -> Town:
    return load(FOLDER / f"{design}.yaml")


@pytest.mark.parametrize("design", ["old", "flat"])
@pytest.mark.parametrize("duty", sorted((FOLDER / "duties").glob("*.yaml")))
def test_every_duty_of_the_demo_can_be_laid_over_a_design(design, duty):
    plain = ganling(design)
    town = load(FOLDER / f"{design}.yaml", Reading(duty=duty))
    new = town.matters.keys() - plain.matters.keys()
    assert len(new) == 1
    assert {town.matters[one].unit for one in new} <= town.units.keys()
    assert town.rules == plain.rules
    assert town.name.zh != town.name.en


def on_establishment() -> list[Person]:
    people = ganling("town").people.values()
    return [one for one in people if one.identity in ESTABLISHED]


def mid_level_seats(town: Town, worth: CountsAs) -> int:
    return sum(post.seats for post in town.posts.values() if post.worth is worth)


def units_of_kind(town: Town, kind: UnitKind) -> int:
    units = town.units.values()
    return sum(unit.kind is kind and unit.operates for unit in units)


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_loads_and_names_itself_in_both_languages(design):
    town = ganling(design)
    assert town.name.zh != town.name.en
    assert town.summary is not None
    assert town.leader == "secretary"


def test_the_roster_has_the_people_of_the_proposal():
    identities = Counter(one.identity for one in ganling("town").people.values())
    assert identities == {
        Identity.CIVIL_SERVANT: 31,
        Identity.INSTITUTION_STAFF: 46,
        Identity.SUPPORT_STAFF: 2,
        Identity.CONTRACT: 12,
        Identity.DISPATCHED: 24,
    }
    staff = on_establishment()
    assert len(staff) == 79
    assert Counter(one.sex for one in staff) == {Sex.MALE: 47, Sex.FEMALE: 32}
    assert sum(one.party for one in staff) == 52


def test_the_staff_are_as_old_as_the_proposal_says():
    ages = [(month(2026, 1) - one.born) // 12 for one in on_establishment()]
    limits = (0, 31, 41, 51, 56, 99)
    bands = [
        sum(youngest <= age < next_band for age in ages)
        for youngest, next_band in pairwise(limits)
    ]
    assert bands == [14, 21, 19, 14, 11]


def test_everybody_entered_service_grown_up_and_was_ranked_afterwards():
    for one in ganling("town").people.values():
        assert (one.joined - one.born) / 12 >= 18, one.id
        assert one.rank_since is None or one.rank_since >= one.joined, one.id


def test_ranks_fill_their_quota_and_no_more():
    ranks = Counter(one.rank for one in on_establishment())
    assert (
        ranks["first_senior_section_member"],
        ranks["second_senior_section_member"],
        ranks["third_senior_section_member"],
        ranks["fourth_senior_section_member"],
        ranks["first_section_member"],
        ranks["second_section_member"],
    ) == (2, 3, 6, 7, 9, 2)
    for ladder in ganling("town").ladders.values():
        on_it = sum(ranks[rung] for rung in ladder.rungs)
        heads = 31 if ladder.identity is Identity.CIVIL_SERVANT else on_it
        for quota in ladder.quota.values():
            limit = quota.seats
            if limit is None:
                assert quota.share is not None
                limit = int(quota.share * heads)
            assert sum(ranks[rung] for rung in quota.rungs) <= limit, quota.id


def test_few_hold_each_certificate():
    held = Counter(name for one in on_establishment() for name in one.certificates)
    assert {name: held[name] for name in held if held[name] < 10} == {
        "enforcement": 9,
        "accounting": 3,
        "law": 1,
        "planning": 2,
        "agronomy": 6,
        "archives": 2,
        "discipline": 4,
    }


def test_kin_name_each_other_in_four_pairs():
    people = ganling("town").people
    pairs = {frozenset({one.id, other}) for one in people.values() for other in one.kin}
    assert len(pairs) == 4
    assert all(
        one.id in people[other].kin for one in people.values() for other in one.kin
    )


def test_seventy_are_in_service_and_nine_away():
    away = [one for one in on_establishment() if one.hours == 0]
    assert len(away) == 9
    assert all(one.max_posts == 0 and one.absences.dates for one in away)
    assert len(on_establishment()) - len(away) == 70


def test_dispatched_stations_answer_to_the_county_but_finance_to_the_town():
    town = ganling("town")
    found = Counter(
        (one.establishment, one.control)
        for one in town.people.values()
        if one.identity is Identity.DISPATCHED
    )
    assert found == {
        ("land_station", Control.COUNTY): 4,
        ("market_station", Control.COUNTY): 5,
        ("justice_station", Control.DUAL): 2,
        ("police_station", Control.COUNTY): 9,
        ("finance_station", Control.TOWN): 4,
    }


def test_only_its_own_people_can_hold_the_posts_of_a_dispatched_station():
    town = ganling("town")
    for post in town.posts.values():
        if town.units[post.unit].kind is not UnitKind.DISPATCHED:
            continue
        able = {
            one.establishment
            for one in town.people.values()
            if one.identity in post.requires.identity
            and set(post.requires.certificates) <= set(one.certificates)
        }
        assert able == {post.unit}, post.id


def test_every_village_has_its_agent():
    posts = ganling("town").posts.values()
    agents = [post for post in posts if post.grade is PostGrade.AGENT]
    assert [post.id for post in agents] == [f"agent_{n:02d}" for n in range(1, 15)]
    assert len({post.name.zh for post in agents}) == 14
    assert all(post.seats == 1 and post.backups == 1 for post in agents)


def test_the_lists_hold_415_matters_each_with_a_name_of_its_own():
    matters = ganling("town").matters.values()
    assert Counter(matter.list for matter in matters) == {
        MatterList.STATUTORY: 119,
        MatterList.DELEGATED: 187,
        MatterList.TERRITORIAL: 109,
    }
    assert len({matter.name.zh for matter in matters}) == 415


def test_penalties_take_two_certified_officers_of_the_one_team():
    matters = ganling("town").matters.values()
    penalties = [one for one in matters if one.name.zh.startswith("行政处罚")]
    assert len(penalties) > 100
    for one in penalties:
        assert one.unit == "enforcement_office"
        assert (one.certificates, one.officers) == (("enforcement",), 2)


def test_powers_in_name_only_are_delegated_and_come_down_with_people():
    nominal = [
        matter
        for matter in ganling("flat").matters.values()
        if matter.decided_by is DecidedBy.COUNTY
    ]
    assert nominal
    assert {matter.list for matter in nominal} == {MatterList.DELEGATED}
    handed_over = ganling("s4_powers_with_people").matters.values()
    assert {matter.decided_by for matter in handed_over} == {DecidedBy.TOWN}


def test_every_stream_carries_the_hours_of_the_proposal():
    town = ganling("town")
    asked: dict[str, float] = defaultdict(float)
    with (HERE / "ganling_workload.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        asked[row["streams"]] += (
            float(row["events_per_year"])
            * float(row["people_per_event"])
            * float(row["hours_per_person"])
        )
    assert len(rows) == 56
    named = {stream for together in asked for stream in together.split("+")}
    assert named == town.work.keys() - BEYOND_THE_LIST
    for together, hours in asked.items():
        given = sum(
            yearly_hours(town, town.work[stream]) for stream in together.split("+")
        )
        assert given == pytest.approx(hours, rel=0.05), together


def test_the_work_fills_about_85_percent_of_the_net_hours():
    town = ganling("town")
    hours = sum(yearly_hours(town, stream) for stream in town.work.values())
    assert hours / NET_HOURS == pytest.approx(0.85, abs=0.01)


def test_every_stream_says_where_its_numbers_come_from():
    assert all(stream.source for stream in ganling("town").work.values())


@pytest.mark.parametrize(
    ("design", "offices", "centres"),
    [("old", 7, 4), ("flat", 4, 2), ("dual_track", 4, 2)],
)
def test_designs_have_the_offices_and_centres_of_their_names(design, offices, centres):
    town = ganling(design)
    assert units_of_kind(town, UnitKind.OFFICE) == offices
    assert units_of_kind(town, UnitKind.CENTRE) == centres


def test_eleven_chiefs_become_six():
    assert mid_level_seats(ganling("old"), CountsAs.MID_CHIEF) == 11
    assert mid_level_seats(ganling("old"), CountsAs.MID_DEPUTY) == 11
    assert mid_level_seats(ganling("flat"), CountsAs.MID_CHIEF) == 6
    assert 8 <= mid_level_seats(ganling("flat"), CountsAs.MID_DEPUTY) <= 12


def test_the_dual_track_keeps_eleven_titles_and_its_posts_earn_nothing():
    town = ganling("dual_track")
    titular = [unit for unit in town.units.values() if not unit.operates]
    assert len(titular) == 11
    assert all(unit.titles.mid_chief == unit.titles.mid_deputy == 1 for unit in titular)
    assert mid_level_seats(town, CountsAs.MID_CHIEF) == 0
    titles = [one.title for one in on_establishment() if one.title is not None]
    chiefs = {one.unit for one in titles if one.grade is TitleGrade.MID_CHIEF}
    assert chiefs == {unit.id for unit in titular}


def test_the_swap_exchanges_two_leads_and_nothing_else():
    flat, swapped = ganling("flat"), ganling("flat_swapped")
    assert {one.id: one.lead for one in flat.modules.values()} == {
        "economy": "mayor",
        "social": "npc_chair",
        "organisation": "deputy_secretary",
        "harmony": "organisation_commissioner",
    }
    assert swapped.modules["organisation"].lead == flat.modules["harmony"].lead
    assert swapped.modules["harmony"].lead == flat.modules["organisation"].lead
    assert swapped.posts == flat.posts
    assert swapped.units == flat.units


def test_today_is_staffed_with_74_seats_held_by_59():
    town = ganling("old")
    plan = Plan.today(town)
    on_top = {"npc_clerk", "discipline_officer", "militia_clerk"}
    held = [
        one
        for one in plan
        if one.seat is Seat.A
        and town.posts[one.post].grade is not PostGrade.AGENT
        and town.posts[one.post].unit != "leaders"
        and town.people[one.person].identity in ESTABLISHED
        and one.post not in on_top
    ]
    assert town.staffing == "today"
    assert len(held) == 74
    assert len({one.person for one in held}) == 59


def test_today_fills_every_seat():
    town = ganling("old")
    plan = Plan.today(town)
    for post in town.posts.values():
        assert len(plan.holders(post.id, Seat.A)) == post.seats, post.id


def test_the_impossible_design_pins_a_lead_on_somebody_full_time_elsewhere():
    town = ganling("impossible")
    full_time = {
        person
        for post, people in town.pins.items()
        if town.posts[post].full_time == "exclusive"
        for person in people
    }
    leads = {module.lead for module in town.modules.values()}
    assert full_time & {person for lead in leads for person in town.pins[lead]}
    agreed = ganling("s2_agreed_duties")
    assert agreed.posts["npc_chair"].full_time == "exclusive"
    assert agreed.posts["npc_chair"].other_hours == 10
    assert agreed.posts["discipline_secretary"].full_time == "exclusive"
