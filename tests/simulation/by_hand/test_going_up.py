"""Going up: work that finds nobody of those whom it is for."""

from simulation.rows import Event
from tests.simulation.offices import at, moments, office, played, stream, traced


def test_work_that_names_its_own_people_otherwise_waits_for_them(tmp_path):
    """Ann is lent out all year; the case is put before nobody a second time."""
    case = {"who": "desk", "hours": 1, "otherwise": ["desk"]}
    arrive = traced(tmp_path, "case", ("2026-01-01T10:00",))
    design = office(
        people={"ann": {"holds": ["desk"], "hours": 0}},
        posts={"desk": {"backups": 0}},
        work={"case": stream("desk", 1, arrive=arrive) | {"steps": [case]}},
    )
    log, _ = played(design)
    assert moments(log, Event.BOTH_AWAY, "case") == [at("01-01T10:00")]
    assert moments(log, Event.WENT_UP, "case") == []
