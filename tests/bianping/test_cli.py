import json
import subprocess
import sys

import pytest

from tests.bianping.running import run

TOWN = """schema: 1
name: {zh: 小镇, en: Small town}
units: {office: {name: 办}}
people:
  p1: {name: 甲01, identity: civil_servant, sex: f, born: 1980-01,
    joined: 2003-08}
posts: {clerk: {name: 文员, unit: office}}
"""


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.yaml"
    path.write_text(TOWN, encoding="utf-8")
    return path


def test_help_is_in_the_language_asked_for(capsys):
    assert "检查方案文件" in run(capsys, "--help")[1]
    assert "check scenario files" in run(capsys, "--lang", "en", "--help")[1]


def test_check_says_what_a_scenario_holds(capsys, town):
    status, out, _ = run(capsys, "check", str(town), "--lang", "en")
    assert status == 0
    assert "1 people: civil servant 1" in out
    assert "1 posts, 1 A-seats, 1 B-seats" in out


def test_check_gives_json_whose_first_line_names_its_schema(capsys, town):
    status, out, _ = run(capsys, "check", str(town), "--json")
    assert status == 0
    assert out.splitlines()[0] == '{"schema": "bianping.check/1",'
    assert json.loads(out)["scenarios"][0]["holds"]["posts"]["seats"] == 1


def test_a_fault_is_a_line_with_its_place_and_status_1(capsys, town):
    town.write_text(TOWN.replace("unit: office", "unit: offic"), encoding="utf-8")
    status, out, err = run(capsys, "check", str(town), "--lang", "en")
    assert (status, out) == (1, "")
    assert err.splitlines()[0] == (
        "town.yaml:7:27: posts.clerk.unit: there is no unit “offic”; "
        "did you mean “office”?"
    )


def test_a_missing_file_is_a_message(capsys, tmp_path):
    status, _, err = run(capsys, "check", str(tmp_path / "gone.yaml"), "--lang", "en")
    assert status == 1
    assert "gone.yaml: there is no such file" in err


def test_wrong_usage_has_status_2(capsys):
    assert run(capsys, "check")[0] == 2
    assert run(capsys, "chekc", "x.yaml")[0] == 2


def test_without_arguments_the_help_is_shown(capsys):
    status, out, err = run(capsys)
    assert status == 2
    assert "检查方案文件" in out + err


def test_help_loads_none_of_the_heavy_libraries():
    code = (
        "import sys, bianping.cli\n"
        "try: bianping.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('ortools', 'numpy', 'pydantic', 'simpy', 'matplotlib',"
        " 'networkx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
