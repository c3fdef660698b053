"""What becomes of work that finds nobody, worked out by hand to the minute."""

from dataclasses import replace
from types import MappingProxyType

from simulation.draw import draw_year
from simulation.rows import Event
from tests.simulation.offices import (
    at,
    completed,
    moments,
    office,
    played,
    stream,
    traced,
)

AWAY = {"leave_days": 0, "sick_days": 0, "dates": ["2026-01-01/2026-01-02"]}


def with_people_away(design, *names):
    people = {
        name: one.model_copy(update={"absences": type(one.absences)(**AWAY)})
        if name in names
        else one
        for name, one in design.people.items()
    }
    return design.model_copy(update={"people": people})


def village(tmp_path, *away, goes_up=True, steps=None, **keys):
    """A clerk and her backup under a chief and a head; a letter on 1 January at ten."""
    design = office(
        people={
            "ann": {"holds": ["clerk"]},
            "bob": {"backs_up": ["clerk"]},
            "cyd": {"holds": ["chief"]},
            "dan": {"holds": ["head"]},
            "eve": {"holds": ["hall"]},
        },
        leader="head",
        layers=["chief", "leader"],
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "chief": "chief"},
        },
        posts={
            "head": {"unit": "top", "backups": 0},
            "chief": {"backups": 0},
            "clerk": {},
            "hall": {"unit": "top", "backups": 0},
        },
        work={
            "letter": {
                "name": "信",
                "unit": "office",
                "arrive": traced(tmp_path, "letter", ("2026-01-01T10:00",)),
                "steps": steps or [{"who": "clerk", "hours": 2, **keys}],
            }
        },
        simulation={"warm_up_days": 0, "goes_up": goes_up},
    )
    return with_people_away(design, *away)


def who_began(log):
    return [row.person for row in log.rows if row.event is Event.BEGAN]


def test_work_goes_to_the_next_officer_up_if_neither_a_nor_b_is_there(tmp_path):
    log, measures = played(village(tmp_path, "ann", "bob"))
    assert who_began(log) == ["cyd"]
    assert completed(log, "letter") == [at("01-01T12:00")]
    assert measures["both_away", "town"] == measures["went_up", "town"] == 1
    assert [row.post for row in log.rows if row.event is Event.WENT_UP] == ["chief"]


def test_it_goes_on_up_if_the_officer_is_away_too(tmp_path):
    log, measures = played(village(tmp_path, "ann", "bob", "cyd"))
    assert who_began(log) == ["dan"]
    assert measures["both_away", "town"] == measures["went_up", "town"] == 2


def test_at_the_top_it_waits(tmp_path):
    log, measures = played(village(tmp_path, "ann", "bob", "cyd", "dan"))
    assert who_began(log) == ["dan"]
    # Everybody is back on Monday morning.
    assert completed(log, "letter") == [at("01-05T11:00")]
    assert measures["both_away", "town"] == 3


def test_it_waits_where_nothing_goes_up(tmp_path):
    log, measures = played(village(tmp_path, "ann", "bob", goes_up=False))
    assert who_began(log) == ["ann"]
    assert completed(log, "letter") == [at("01-05T11:00")]
    assert measures["went_up", "town"] == 0


def test_it_goes_first_to_those_that_its_step_names(tmp_path):
    log, _ = played(village(tmp_path, "ann", "bob", otherwise=["hall"]))
    assert who_began(log) == ["eve"]
    away = village(tmp_path, "ann", "bob", "eve", otherwise=["hall"])
    assert who_began(played(away)[0]) == ["cyd"]


def test_a_decision_goes_up_past_an_officer_who_is_away(tmp_path):
    steps = [{"approve": "up_to", "layer": "chief", "hours": 1}]
    log, _ = played(village(tmp_path, "cyd", steps=steps))
    assert who_began(log) == ["dan"]
    assert completed(log, "letter") == [at("01-01T11:00")]


def test_legal_review_is_by_somebody_who_had_no_hand_in_it(tmp_path):
    steps = [
        {"who": "clerk", "hours": 1},
        {"who": "clerk", "hours": 1, "another": True},
        {"who": ["clerk", "hall"], "hours": 1, "another": True},
    ]
    log, _ = played(village(tmp_path, steps=steps))
    # Bob backs the clerk up, and needs half an hour and an hour at a speed of 0.8.
    assert who_began(log) == ["ann", "bob", "eve"]
    assert completed(log, "letter") == [at("01-01T13:45")]


def test_review_goes_up_if_all_had_a_hand_in_it(tmp_path):
    steps = [
        {"who": "hall", "hours": 1},
        {"who": "hall", "hours": 1, "another": True},
    ]
    log, measures = played(village(tmp_path, steps=steps))
    assert who_began(log) == ["eve", "cyd"]
    assert measures["went_up", "town"] == 1


def test_a_clash_that_lasts_past_the_time_limit_is_late(tmp_path):
    design = office(
        people={"ann": {"holds": ["desk"]}, "cyd": {"holds": ["head"]}},
        posts={"desk": {"backups": 0}, "head": {"backups": 0}},
        leader="head",
        work={
            "speech": stream(
                "desk",
                6,
                post="head",
                arrive=traced(tmp_path, "speech", ("2026-01-01T09:00",)),
            ),
            "permit": stream(
                "desk",
                1,
                post="desk",
                due={"hours": 4},
                arrive=traced(tmp_path, "permit", ("2026-01-01T10:00",)),
            ),
        },
    )
    _, measures = played(design)
    assert measures["clashes_late", "town"] == measures["clashes", "town"] == 1
    assert measures["clash_hours", "town"] == 5


def visit(tmp_path, *numbers, **consent):
    """Joint work with somebody whom the county controls, asked for at ten."""
    design = office(
        people={
            "ann": {"holds": ["planner"]},
            "zoe": {"holds": ["land"], "control": "county"},
        },
        posts={"planner": {"backups": 0}, "land": {"backups": 0}},
        work={
            "house": {
                "name": "宅",
                "unit": "office",
                "arrive": traced(tmp_path, "house", ("2026-01-01T10:00",)),
                "steps": [
                    {
                        "joint": ["planner", "land"],
                        "hours": 2,
                        "retry_days": 2,
                        "consent": consent,
                    }
                ],
            }
        },
    )
    drawn = draw_year(design, seed=1, replication=0)
    luck = replace(drawn.work["house"], consent={(0, ""): (numbers,)})
    year = replace(drawn, work=MappingProxyType({"house": luck}))
    return played(design, year=year)


def test_a_request_that_the_county_declines_is_made_anew(tmp_path):
    log, measures = visit(tmp_path, 0.1, 0.9, declines=0.2, postpones=0.3)
    # Two working days after Thursday at ten is Monday at ten.
    assert moments(log, Event.DECLINED, "house") == [at("01-01T10:00")]
    assert completed(log, "house") == [at("01-05T12:00")]
    assert measures["joint_requests_declined", "stream:house"] == 1
    assert measures["joint_attempts_failed", "town"] == 0


def test_a_request_that_the_county_postpones_is_granted_for_a_later_day(tmp_path):
    log, measures = visit(tmp_path, 0.4, declines=0.2, postpones=0.3, postpone_days=3)
    assert completed(log, "house") == [at("01-06T12:00")]
    assert measures["joint_requests_postponed", "town"] == 1


def test_the_county_is_not_asked_for_people_of_the_town(tmp_path):
    log, _ = visit(tmp_path, 0.9, declines=0.2)
    assert completed(log, "house") == [at("01-01T12:00")]


def test_a_gathering_that_calls_people_from_another_lead_is_a_clash(tmp_path):
    design = office(
        people={"ann": {"holds": ["desk"]}, "cyd": {"holds": ["head"]}},
        posts={"desk": {"backups": 0}, "head": {"backups": 0}},
        leader="head",
        work={
            "permit": stream(
                "desk",
                3,
                post="desk",
                arrive=traced(tmp_path, "permit", ("2026-01-01T09:00",)),
            ),
            "meeting": {
                "name": "会",
                "post": "head",
                "arrive": traced(tmp_path, "meeting", ("2026-01-01T10:00",)),
                "steps": [{"meet": {"everyone": True}, "hours": 1}],
            },
        },
    )
    log, measures = played(design)
    assert measures["clashes", "person:ann"] == 1
    assert completed(log, "permit") == [at("01-01T13:00")]
