from scenarios import Plan
from simulation.play.teams import teams
from simulation.timetables import timetable
from tests.simulation.offices import office, stream


def of(design):
    found = teams(design, Plan.today(design), timetable(design))
    return [(team.people, team.streams) for team in found]


def two_offices(**sections):
    return office(
        people={
            "eve": {},
            "ann": {"holds": ["desk"]},
            "bob": {"holds": ["books"]},
            "cyd": {"backs_up": ["desk"]},
        },
        posts={"desk": {}, "books": {"backups": 0}},
        work={
            "letters": stream("desk", 1, arrive={"per_year": 50}),
            "sums": stream("books", 1, arrive={"per_year": 50}),
            **sections,
        },
    )


def test_who_is_asked_for_the_same_work_is_of_one_team():
    # Eve, who is asked for nothing, goes with the first.
    letters = ("eve", "ann", "cyd"), ("letters",)
    assert of(two_offices()) == [letters, (("bob",), ("sums",))]


def test_one_stream_that_asks_both_makes_them_one_team():
    visits = {
        "name": "踏勘",
        "unit": "office",
        "arrive": {"per_year": 5},
        "steps": [{"joint": ["desk", "books"], "hours": 2}],
    }
    ((people, streams),) = of(two_offices(visits=visits))
    assert people == ("eve", "ann", "bob", "cyd")
    assert streams == ("letters", "sums", "visits")


def test_presence_counts_as_being_asked():
    flood = {
        "name": "防汛",
        "unit": "office",
        "campaign": {
            "from": "06-01",
            "to": "06-03",
            "people": 1,
            "hours_per_day": 6,
            "who": {"posts": ["desk", "books"]},
        },
    }
    assert len(of(two_offices(flood=flood))) == 1


def test_a_town_without_work_is_one_team():
    design = office(people={"ann": {}}, posts={"desk": {"backups": 0}}, work={})
    assert of(design) == [(("ann",), ())]
