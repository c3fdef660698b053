"""Clashes: two leads need one person at one time.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

import pytest

from simulation.rows import Event
from tests.simulation.offices import (
    at,
    completed,
    office,
    played,
    stream,
    traced,
)


def two_leads(folder, **asking):
    """Ann works for two leads; at ten, one needs her, who is at the other's."""
    return office(
        people={"ann": {"holds": ["roads", "books"]}},
        leader=None,
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "works": {"name": "工", "in_charge": "vice"},
            "money": {"name": "财", "in_charge": "mayor"},
        },
        posts={
            "mayor": {"unit": "top", "backups": 0},
            "vice": {"unit": "top", "backups": 0},
            "roads": {"unit": "works", "backups": 0},
            "books": {"unit": "money", "backups": 0},
        },
        work={
            "pave": stream(
                "roads",
                3,
                unit="works",
                arrive=traced(folder, "pave", ("2026-01-01T09:00",)),
            ),
            "audit": stream(
                "books",
                1,
                unit="money",
                arrive=traced(folder, "audit", ("2026-01-01T10:00",)),
                **asking,
            ),
        },
    )


@pytest.mark.parametrize(
    ("asking", "hours", "how", "paved"),
    [
        ({}, 2, "waited", "01-01T12:00"),
        ({"priority": 1}, 1, "agreed", "01-01T13:00"),
        ({"urgent": True}, 0, "interrupted", "01-01T13:00"),
    ],
)
def test_work_of_two_leads_clashes_over_one_person(tmp_path, asking, hours, how, paved):
    log, measures = played(two_leads(tmp_path, **asking))
    assert completed(log, "pave") == [at(paved)]
    (row,) = [row for row in log.rows if row.event is Event.CLASH]
    assert (row.at, row.person, row.how) == (at("01-01T10:00"), "ann", how)
    assert (row.lead, row.other_lead) == ("mayor", "vice")
    assert (row.stream, row.other_stream) == ("audit", "pave")
    assert (row.piece, row.other_piece) == (0, 0)
    for of in ("leads:mayor+vice", "person:ann", "week:01", "lead:vice", "town"):
        assert measures["clashes", of] == 1
        assert measures["clash_hours", of] == hours
    assert measures[f"clashes_{how}", "town"] == 1


def test_waiting_behind_work_of_ones_own_lead_is_no_clash(tmp_path):
    arrive = traced(tmp_path, "w", ("2026-01-01T09:00",), ("2026-01-01T09:30",))
    design = office(
        people={"ann": {"holds": ["desk"]}},
        posts={"desk": {"backups": 0}, "head": {}},
        leader="head",
        work={"w": stream("desk", 1, arrive=arrive)},
    )
    assert design.lead_of_stream("w") == "head"
    assert played(design)[1]["clashes", "town"] == 0
