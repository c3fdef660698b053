import pytest

from scenarios.language.months import month
from scenarios.language.people import Identity, Sex
from simulation.careers.cadre import roster
from simulation.careers.retirement import retirement_month
from tests.towns import person, town

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


def test_a_man_born_in_january_1970_retires_in_may_2031():
    assert retirement_month(Sex.MALE, CADRE, month(1970, 1)) == month(2031, 5)


def test_the_roster_may_say_otherwise():
    (cadre,) = roster(town(people={"p1": person(retires="2030-02")}))
    assert cadre.retires == month(2030, 2)
