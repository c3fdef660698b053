"""Every measure can be made again from the events as they were written."""

from datetime import datetime, timedelta

import pyarrow.parquet as pq
import pytest

from scenarios import Plan
from simulation.clock import HOUR
from simulation.event_files import COLUMNS, read_events, write_events
from simulation.event_tables import write_event_table
from simulation.log import Log
from simulation.measures import measure
from simulation.measures.checks import check
from simulation.rows import Event, Row
from tests.simulation.offices import played
from tests.simulation.test_replicate import busy_town


@pytest.fixture(scope="module")
def busy():
    town = busy_town()
    return town, *played(town)


def test_every_measure_is_the_same_from_the_file_as_from_the_play(busy, tmp_path):
    town, log, measures = busy
    write_events(log, tmp_path / "events.csv", year=2026)
    read = read_events(tmp_path / "events.csv", year=2026)
    assert read == log
    # Written out, since what is not a number is unlike itself.
    assert repr(measure(town, Plan.today(town), read)) == repr(measures)
    assert check(read) == check(log)
    assert len(measures) > 500


def test_another_file_gives_other_measures(busy, tmp_path):
    town, log, measures = busy
    path = tmp_path / "events.csv"
    write_events(log, path, year=2026)
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if ",completed,pave," not in line]
    path.write_text("".join(kept), encoding="utf-8-sig")
    again = measure(town, Plan.today(town), read_events(path, year=2026))
    assert len(kept) < len(lines)
    assert again["completed", "stream:pave"] == 0 < measures["completed", "stream:pave"]


def test_microseconds_and_texts_come_back(tmp_path):
    rows = (
        Row(-1, Event.ARRIVED, "=pay", 0),
        Row(1, Event.ENDED, "pave", 1, 0, "ann", "=pay", "A", since=-3, length=4),
        Row(123_456_789_012_345, Event.CUT, length=8_765 * HOUR + 1, how="a, b"),
    )
    write_events(Log.of(rows), tmp_path / "events.csv", year=2026)
    assert read_events(tmp_path / "events.csv", year=2026).rows == rows


def rows_of(table):
    """Return the rows of a table as those of a log."""
    new_year = datetime(2026, 1, 1)  # noqa: DTZ001 - the town's own wall clock
    for cells in table.to_pylist():
        at, since = (
            None if moment is None else (moment - new_year) // timedelta(microseconds=1)
            for moment in (cells["at"], cells["since"])
        )
        length = round(cells.pop("hours") * HOUR)
        yield Row(**cells | {"at": at, "since": since, "length": length})


def test_a_parquet_file_holds_the_log_to_the_microsecond(busy, tmp_path):
    _, log, _ = busy
    write_event_table(log, tmp_path / "events.parquet", year=2026)
    table = pq.read_table(tmp_path / "events.parquet")
    assert tuple(table.column_names) == COLUMNS
    assert (*rows_of(table),) == log.rows


def test_a_log_without_rows_can_be_written(tmp_path):
    write_event_table(Log.of(()), tmp_path / "events.parquet", year=2026)
    assert pq.read_table(tmp_path / "events.parquet").num_rows == 0
    write_events(Log.of(()), tmp_path / "events.csv", year=2026)
    assert read_events(tmp_path / "events.csv", year=2026) == Log.of(())
