import json
from pathlib import Path

import pytest

from tests.bianping.running import run
from tests.bianping.towns import written

GANLING = Path(__file__).parents[2] / "scenarios" / "ganling"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_demo_is_checked_compared_and_its_structure_shown(capsys, lang):
    files = [GANLING / name for name in ("old.yaml", "flat.yaml", "dual_track.yaml")]
    status, out, err = run(capsys, "check", *files, "--structure", "--lang", lang)
    assert (status, err) == (0, "")
    assert {"zh": "管理幅度", "en": "Span of control"}[lang] in out
    assert {"zh": "新增 6，变动 5，撤销 11", "en": "6 new, 5 changed, 11 closed"}[
        lang
    ] in out


def test_titles_of_units_that_do_not_operate_count_as_mid_level(capsys):
    out = run(capsys, "check", GANLING / "dual_track.yaml", "--json")[1]
    (town,) = json.loads(out)["scenarios"]
    assert town["holds"]["posts"]["chiefs"] == 11


def test_json_holds_advice_structure_and_changes_against_the_first(capsys, tmp_path):
    files = written(tmp_path)
    out = json.loads(run(capsys, "check", *files, "--structure", "--json")[1])
    first = out["scenarios"][0]
    assert {row["key"] for row in first["advice"]} == {"part_of_a_town"}
    assert first["structure"]["levels"] == 3
    assert out["base"] == "town"
    changed = {row["section"]: row["changed"] for row in out["changes"]}
    assert changed["units"] == {"farm": ["in_charge"]}


def test_advice_never_changes_the_exit_status(capsys, tmp_path):
    town, _ = written(tmp_path)
    needs = "posts.vet.requires.certificates=[veterinary]"
    status, out, _ = run(capsys, "check", town, "--set", needs, "--lang", "en")
    assert status == 0
    assert "Posts that nobody on the roster may hold" in out


def test_one_faulty_file_does_not_hide_the_others(capsys, tmp_path):
    town, other = written(tmp_path)
    other.write_text("extends: town.yaml\nposts: {vett: null}\n", encoding="utf-8")
    status, out, err = run(capsys, "check", town, other, "--lang", "en")
    assert status == 1
    assert "Small town" in out
    assert "other.yaml:2:9: posts.vett: there is no “vett”" in err


def test_a_fault_of_a_shared_base_is_told_once(capsys, tmp_path):
    town, other = written(tmp_path)
    town.write_text(town.read_text(encoding="utf-8") + "hasty: 1\n", encoding="utf-8")
    err = run(capsys, "check", town, other, "--lang", "en")[2]
    assert err.count("there is no key “hasty”") == 1
    assert json.loads(run(capsys, "check", town, other, "--json")[1])["faults"]
