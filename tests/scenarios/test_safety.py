import os
import subprocess
import sys

import pytest

from scenarios.csv_text import csv_text
from scenarios.load import Reading, load
from scenarios.reading.faults import FaultyScenarioError
from scenarios.reading.limits import Limits
from tests.scenarios import hostile, test_fuzz
from tests.scenarios.files import HEAD
from tests.scenarios.fuzzing.property import no_larger_than

BOOK = hostile.workbook(["编号", "姓名"], ["p1", "甲"])
FROM_XLSX = (HEAD + "people: {table: t.xlsx}\n").encode()
FROM_CSV = (HEAD + "people: {table: t.csv}\n").encode()


def faults(folder, files, reading=None):
    """Return the keys of the faults that files by name give."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with pytest.raises(FaultyScenarioError) as raised:
        load(folder / "flat.yaml", reading or Reading())
    return [fault.key for fault in raised.value.faults]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (hostile.zip_bomb(BOOK), "unpacks_too_large"),
        (hostile.outer_entity(BOOK, "/etc/hostname"), "entities"),
        (hostile.outer_entity(BOOK, "/etc/hostname", "utf-16"), "entities"),
        (hostile.entity_bomb(BOOK), "entities"),
        (hostile.far_cell("A1048576"), "too_many_rows"),
        (hostile.far_cell("XFD1"), "too_many_columns"),
        (b"PK\x05\x06" + b"\0" * 18, "not_a_workbook"),
        (b"", "not_a_workbook"),
    ],
)
def test_a_hostile_workbook_is_a_fault(tmp_path, content, fault):
    assert faults(tmp_path, {"flat.yaml": FROM_XLSX, "t.xlsx": content}) == [fault]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (hostile.laughing_aliases(), "too_many_values"),
        (b"a: " + b"[" * 100_000, "too_deep"),
        (b"a: !!python/object/apply:os.system ['echo']", "tag"),
        (b"name: !!binary aGk=", "tag"),
        (b'name: "\\e]0;title\\a"', "deceiving_character"),
        (b'name: "\\u202Etxt"', "deceiving_character"),
        (b"name: \xff", "not_utf8"),
        (b"people: {table: ../roster.csv}", "outside_tree"),
        (b"people: {table: /etc/passwd}", "outside_tree"),
        (b'people: {table: "a\\0.csv"}', "bad_file_name"),
        (b"people: {table: " + b"x" * 5000 + b".csv}", "bad_file_name"),
        (b"calendar: {days_off: ../x.csv}", "outside_tree"),
        (b"work: {w: {arrive: {trace: ../x.csv}}}", "outside_tree"),
    ],
)
def test_a_hostile_scenario_is_a_fault(tmp_path, content, fault):
    assert fault in faults(tmp_path, {"flat.yaml": content})


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_link_does_not_lead_outside(tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("编号,姓名\np1,甲\n", encoding="utf-8")
    town = tmp_path / "town"
    town.mkdir()
    (town / "t.csv").symlink_to(secret)
    assert faults(town, {"flat.yaml": FROM_CSV}) == ["outside_tree"]
    (town / "loop.yaml").symlink_to(town / "loop.yaml")
    assert faults(town, {"flat.yaml": b"extends: loop.yaml"}) == ["bad_file_name"]


@pytest.mark.parametrize(
    ("limits", "fault"),
    [
        (Limits(rows=2), "too_many_rows"),
        (Limits(columns=1), "too_many_columns"),
        (Limits(cells=5), "too_many_cells"),
        (Limits(file_bytes=20), "too_large"),
        (Limits(nodes=3), "too_many_values"),
        (Limits(depth=1), "too_deep"),
    ],
)
def test_each_limit_has_its_own_message(tmp_path, limits, fault):
    table = "编号,姓名\np1,甲\np2,乙\n".encode()
    given = {"flat.yaml": FROM_CSV, "t.csv": table}
    assert faults(tmp_path, given, Reading(limits=limits)) == [fault]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 2", "-x", "@SUM(A1)", "\t=1", "\r=1", "＝1"]
)
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(text):
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize("value", ["-3.5", "+2", "1e-3", "甲", "a=b", "", None, -1])
def test_other_cells_stay_as_they_are(value):
    assert csv_text(value) == value


def test_reading_a_small_file_sets_aside_no_memory_for_the_largest(tmp_path):
    path = tmp_path / "flat.yaml"
    path.write_text(HEAD, encoding="utf-8")
    with no_larger_than(Limits().file_bytes / 10):
        load(path)


@pytest.mark.slow
@pytest.mark.parametrize("tests", [__file__, test_fuzz.__file__])
def test_hostile_and_broken_files_stay_within_a_gigabyte(tests):
    pytest.importorskip("resource", reason="memory can't be bounded here")
    code = (
        "import resource, sys, pytest\n"
        "resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))\n"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-m', 'not slow', "
        f"{tests!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
