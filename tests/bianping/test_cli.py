import json
import re
import subprocess
import sys

import pytest

from bianping.start import start
from bianping.terminal_table import definitions
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
    assert "people: 1 (civil servant 1)" in out
    assert "posts: 1; A-seats: 1; B-seats: 1" in out


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
    assert err.splitlines()[-1] == "faults: 1; nothing was computed."


def test_a_missing_file_is_a_message(capsys, tmp_path):
    status, _, err = run(capsys, "check", str(tmp_path / "gone.yaml"), "--lang", "en")
    assert status == 1
    assert "gone.yaml: there is no such file" in err


def test_wrong_usage_has_status_2(capsys):
    assert run(capsys, "check")[0] == 2
    assert run(capsys, "chekc", "x.yaml")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "chinese", "english"),
    [
        (["check", "--jsn", "x"], "没有“--jsn”这个选项；是否为：--json", "no option"),
        (["chekc"], "没有“chekc”这个命令；是否为：check", "did you mean: check?"),
        (["check"], "缺少 文件…", "FILE… is missing"),
        (["optimize", "x", "y"], "参数多于该命令所需", "more arguments than"),
        (["check", "x", "--seed", "-1"], "--seed：须为不小于 0 的整数", "at least 0"),
        (["compare", "x", "--workers", "many"], "须为 0 至 256 的整数", "0 to 256"),
        (["explain", "x", "--seconds", "0"], "须为不小于 0.1 的数", "at least 0.1"),
        (["init", "x", "--from", "y"], "下列之一：example, demo", "one of: example"),
        (["check", "x", "--json=1"], "--json 后面不带值", "--json takes no value"),
        (["check", "x", "--set"], "--set 后面须有值", "--set needs a value"),
        (["check", "x", "--limit", "y=1"], "“y=1”不是“名称=正整数”", "“y=1” is not"),
    ],
)
def test_wrong_usage_is_told_in_the_users_language(capsys, arguments, chinese, english):
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("用法：bianping")
    assert chinese in err
    assert english in run(capsys, "--lang", "en", *arguments)[2]


def test_wrong_usage_is_a_document_too_where_one_is_asked_for(capsys):
    status, out, err = run(capsys, "check", "--json", "--lang", "en")
    assert status == 2
    assert json.loads(out) == {
        "schema": "bianping.error/1",
        "error": "FILE… is missing",
    }
    assert "FILE… is missing" in err


@pytest.mark.parametrize(
    "command", ["init", "import", "check", "optimize", "schema", "--lang=zh"]
)
def test_help_has_no_english_headings(capsys, command):
    shown = run(capsys, command, "--help")[1]
    for heading in ("Usage", "Options", "OPTIONS", "COMMAND", "Show", "default"):
        assert heading not in shown
    assert re.search("[A-Z]{4,}", shown.replace("JSON", "")) is None
    assert "显示本说明后退出" in shown


def test_terms_are_aligned_for_wide_letters_and_no_word_is_broken():
    rows = [
        ("--limit 名称=数", "放宽上限：file_bytes、chain、rows。"),
        ("--json", "只给一份。"),
    ]
    assert definitions(rows, 37) == [
        "--limit 名称=数  放宽上限：",
        "                 file_bytes、chain、",
        "                 rows。",
        "--json           只给一份。",
    ]


class _Interrupting:
    """Interrupts whoever loads the command line."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "bianping.cli":
            raise KeyboardInterrupt


def test_an_interruption_while_the_program_loads_has_status_130(capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "bianping.cli")
    monkeypatch.setattr(sys, "meta_path", [_Interrupting(), *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        start()
    assert (ended.value.code, *capsys.readouterr()) == (130, "", "")


def test_an_interruption_before_there_are_words_has_status_130(capsys, monkeypatch):
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bianping.cli.catalogue", interrupted)
    with pytest.raises(SystemExit) as ended:
        start()
    assert (ended.value.code, *capsys.readouterr()) == (130, "", "")


def test_the_program_loads_nothing_before_it_can_be_interrupted():
    code = (
        "import sys, bianping.start\n"
        "print([m for m in ('click', 'json', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


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
