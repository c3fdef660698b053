import pytest

from scenarios.language.months import month
from scenarios.language.people import Identity, Sex
from simulation.careers import draw_careers, play_careers
from simulation.careers.cadre import roster
from simulation.careers.log import Happened
from simulation.careers.retirement import retirement_month
from tests.simulation.careers.towns import NO_FLOWS
from tests.towns import person, plan, town

CADRE, WORKER = Identity.CIVIL_SERVANT, Identity.SUPPORT_STAFF
CONTRACT = Identity.CONTRACT


@pytest.mark.parametrize(
    ("sex", "identity", "born", "age"),
    [
        (Sex.MALE, CADRE, (1964, 12), (60, 0)),
        (Sex.MALE, CADRE, (1965, 1), (60, 1)),
        (Sex.MALE, CADRE, (1965, 4), (60, 1)),
        (Sex.MALE, CADRE, (1965, 5), (60, 2)),
        (Sex.MALE, CADRE, (1970, 1), (61, 4)),
        (Sex.MALE, CADRE, (1976, 8), (62, 11)),
        (Sex.MALE, CADRE, (1976, 9), (63, 0)),
        (Sex.MALE, WORKER, (1995, 1), (63, 0)),
        (Sex.FEMALE, CADRE, (1969, 12), (55, 0)),
        (Sex.FEMALE, CADRE, (1975, 1), (56, 4)),
        (Sex.FEMALE, CADRE, (1981, 9), (58, 0)),
        (Sex.FEMALE, WORKER, (1974, 12), (50, 0)),
        (Sex.FEMALE, WORKER, (1978, 1), (51, 7)),
        (Sex.FEMALE, CONTRACT, (1984, 11), (55, 0)),
    ],
)
def test_retirement_is_delayed_as_the_published_table_says(sex, identity, born, age):
    expected = month(*born) + age[0] * 12 + age[1]
    assert retirement_month(sex, identity, month(*born)) == expected


@pytest.mark.parametrize(
    ("sex", "born", "retires"),
    [
        (Sex.MALE, (1965, 1), (2025, 2)),
        (Sex.MALE, (1970, 1), (2031, 5)),
        (Sex.MALE, (1976, 9), (2039, 9)),
        (Sex.FEMALE, (1975, 1), (2031, 5)),
        (Sex.FEMALE, (1981, 9), (2039, 9)),
    ],
)
def test_people_leave_in_the_published_month(sex, born, retires):
    assert retirement_month(sex, CADRE, month(*born)) == month(*retires)
    design = town(
        people={"p1": person(sex=sex, born=f"{born[0]}-{born[1]:02d}")},
        calendar={"year": min(retires[0], 2026)},
        careers={"years": 15, "flows": NO_FLOWS},
    )
    log = play_careers(design, plan(), draw_careers(design, seed=1, replication=0))
    left = [row for row in log.rows if row.happened is Happened.LEFT]
    assert [(row.month, row.of) for row in left] == [(month(*retires), "retired")]


def test_the_roster_may_say_otherwise():
    (cadre,) = roster(town(people={"p1": person(retires="2030-02")}))
    assert cadre.retires == month(2030, 2)
