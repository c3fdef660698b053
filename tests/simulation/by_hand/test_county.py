"""The county: working days of its own.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

from scenarios import Plan
from tests.simulation.offices import (
    at,
    completed,
    office,
    played,
    traced,
)


def test_the_county_takes_working_days_of_its_own(tmp_path):
    design = office(
        people={},
        posts={},
        work={
            "plea": {
                "name": "报",
                "unit": "office",
                "arrive": traced(tmp_path, "plea", ("2026-01-01T10:00",)),
                "steps": [{"county": True, "wait_days": 3}],
                "due": {"days": 4},
            }
        },
    )
    log, measures = played(design, Plan.of([]))
    assert completed(log, "plea") == [at("01-06T10:00")]
    assert measures["county_lag_days", "stream:plea"] == 3
    assert measures["late_share", "town"] == 1
    assert measures["late_hours", "town"] == 8
