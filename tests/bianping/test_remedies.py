"""`remedies`, as its user meets it."""

import json

import openpyxl
import pytest

from tests.bianping.running import run
from tests.bianping.towns import SMALL

OLD = """schema: 1
extends: town.yaml
name: {zh: 旧, en: Old}
staffing: today
careers: {years: 8, replications: 20, policy: {mid_level_share: 0.9}}
"""
FLAT = """schema: 1
extends: town.yaml
name: {zh: 新, en: Flat}
staffing: today
careers:
  years: 8
  policy: {mid_level_share: 0.2}
  remedies:
    some: {name: {zh: 略增, en: A few}, price: 1, policy: {mid_level_share: 0.4}}
    more: {name: {zh: 增加, en: More}, price: 5, policy: {mid_level_share: 0.9}}
    most: {name: {zh: 全增, en: All}, price: 9, policy: {mid_level_share: 1}}
"""


@pytest.fixture
def files(tmp_path):
    for name, text in (("town", SMALL), ("old", OLD), ("flat", FLAT)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "old.yaml", tmp_path / "flat.yaml"


def test_the_cheapest_remedy_is_told_and_written(capsys, tmp_path, files):
    out = tmp_path / "o"
    status, said, _ = run(capsys, "remedies", *files, "--lang", "en", "--out", out)
    assert status == 0
    assert "the cheapest change that restores the wait is “More”" in said
    text = (out / "remedies.json").read_text(encoding="utf-8")
    assert text.splitlines()[0] == '{"schema": "bianping.remedies/1",'
    found = json.loads(text)
    assert (found["remedies"], found["price"], found["complete"]) == (["more"], 5, True)
    assert [one["remedies"] for one in found["trials"]] == [[], ["some"], ["more"]]
    assert found["trials"][2]["longer_years"] == 0
    medians = [one["median_years"] for one in found["trials"]]
    assert medians[2] == found["target_years"]
    assert all(one is None or one > medians[2] for one in medians[:2])
    rows = [*openpyxl.load_workbook(out / "remedies.xlsx")["Remedies"].values]
    assert [row[0] for row in rows[1:]] == [
        "none: the design as it is",
        "A few",
        "More",
    ]


def test_what_restores_nothing_is_told(capsys, tmp_path, files):
    text = FLAT.replace("0.9}}", "0.3}}").replace("share: 1}}", "share: 0.35}}")
    files[1].write_text(text, encoding="utf-8")
    options = ("--lang", "en", "--out", tmp_path / "o")
    status, said, _ = run(capsys, "remedies", *files, *options)
    assert status == 0
    assert "alone or together, restores the wait" in said


def test_a_design_without_remedies_is_refused(capsys, tmp_path, files):
    fewer = ("--set", "careers.remedies=null", "--out", tmp_path / "o")
    status, _, err = run(capsys, "remedies", *files, "--lang", "en", *fewer)
    assert status == 1
    assert "no careers.remedies" in err


def test_two_files_are_wanted(capsys, files):
    status, _, err = run(capsys, "remedies", files[0], "--lang", "en")
    assert (status, "given were 1" in err) == (1, True)


def test_a_search_out_of_time_ends_with_4(capsys, tmp_path, files):
    few = ("--seconds", "0.1", "--set", "careers.replications=300")
    status, said, _ = run(
        capsys, "remedies", *files, "--lang", "en", *few, "--out", tmp_path / "o"
    )
    assert status == 4
    assert "time ran out" in said


def test_without_a_wait_of_old_there_is_nothing_to_restore(capsys, tmp_path, files):
    none = ("--set", "careers.policy.mid_level_share=0", "--out", tmp_path / "o")
    status, _, err = run(capsys, "remedies", *files, "--lang", "en", *none)
    assert (status, "no wait to restore" in err) == (1, True)
