import csv
import json
import os
import subprocess
import sys
from itertools import chain

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.bianping.running import run
from tests.bianping.towns import SMALL, written

STRANGER = '{"post": "x", "seat": "A", "person": "p1"}'


def document(text):
    return json.loads(text)


def test_optimize_writes_a_plan_that_says_whether_it_is_proven(capsys, tmp_path):
    town, _ = written(tmp_path)
    status, out, _ = run(capsys, "optimize", town, "--out", tmp_path / "o")
    assert status == 0
    assert "已证明最优" in out
    text = (tmp_path / "o" / "plan.json").read_text(encoding="utf-8")
    assert text.splitlines()[0] == '{"schema": "bianping.plan/1",'
    plan = document(text)
    assert plan["status"] == "optimal"
    assert all(step["value"] == step["bound"] for step in plan["objective"])
    seats = {(row["post"], row["seat"]) for row in plan["assignments"]}
    posts = ("head", "vice_one", "vice_two", "clerk", "vet")
    assert seats == {(post, seat) for post in posts for seat in "AB"}
    book = openpyxl.load_workbook(tmp_path / "o" / "plan.xlsx")
    cells = {*chain.from_iterable(book["岗位"].values)}
    assert {"书记", "甲01"} <= cells
    assert (tmp_path / "o" / "charts" / "structure-town.svg").is_file()


def test_weighted_goals_are_told_one_by_one_beside_their_sum(capsys, tmp_path):
    town, _ = written(tmp_path)
    goals = "goals={mode: weighted, order: [seats, clashes], weights: {seats: 3}}"
    out = tmp_path / "o"
    shown = run(capsys, "optimize", town, "--set", goals, "--out", out, "--lang", "en")[
        1
    ]
    plan = document((out / "plan.json").read_text(encoding="utf-8"))
    whole, seats, clashes = plan["objective"]
    assert [whole["goal"], seats["goal"], clashes["goal"]] == [
        "weighted",
        "seats",
        "clashes",
    ]
    assert whole["value"] == pytest.approx(3 * seats["value"] + clashes["value"])
    assert seats["bound"] is None
    assert f": {clashes['value']:g} " in shown
    book = openpyxl.load_workbook(out / "plan.xlsx")
    rows = [row for page in book for row in page.iter_rows(values_only=True)]
    assert f"{clashes['value']:g}" in chain.from_iterable(rows)


def test_json_output_has_nothing_beside_it_and_repeats_in_another_process(
    capsys, tmp_path
):
    town, _ = written(tmp_path)
    status, out, _ = run(capsys, "simulate", town, "--json", "--workers", 1)
    assert status == 0
    assert document(out)["schema"] == "bianping.simulation/1"
    again = run(capsys, "simulate", town, "--json", "--workers", 2)[1]
    elsewhere = subprocess.run(
        [sys.executable, "-m", "bianping", "simulate", town, "--json"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    ).stdout.decode("utf-8")
    assert out == again == elsewhere
    assert run(capsys, "simulate", town, "--json", "--seed", 5)[1] != out


def test_a_post_nobody_can_hold_is_named_with_status_3(capsys, tmp_path):
    town, _ = written(tmp_path)
    needs = "posts.vet.requires.certificates=[veterinary]"
    status, out, _ = run(
        capsys,
        "optimize",
        town,
        "--set",
        needs,
        "--lang",
        "en",
        "--out",
        tmp_path / "o",
    )
    assert status == 3
    assert "“Vet”" in out
    plan = document((tmp_path / "o" / "plan.json").read_text(encoding="utf-8"))
    assert plan["status"] == "impossible"
    assert {"qualification"} in [set(rules) for rules in plan["relaxations"]]
    assert run(capsys, "explain", town, "--set", needs, "--json")[0] == 3


def test_optimize_says_that_it_does_not_keep_to_the_roster(capsys, tmp_path):
    town, _ = written(tmp_path)
    asked = ("optimize", town, "--lang", "en", "--seconds", "5")
    assert "staffing: today" not in run(capsys, *asked)[2]
    status, _, said = run(capsys, *asked, "--set", "staffing=today")
    assert (status, "staffing: today" in said) == (0, True)


def test_explaining_what_can_be_staffed_says_that_it_is_possible(capsys, tmp_path):
    town, _ = written(tmp_path)
    out = tmp_path / "o"
    status, said, _ = run(capsys, "explain", town, "--json", "--out", out)
    assert status == 0
    assert document(said) == {
        "schema": "bianping.explanation/1",
        "scenario": "town",
        "status": "possible",
    }
    assert (out / "explanation.json").read_text(encoding="utf-8") == said


def test_an_error_is_a_json_document_where_one_is_asked_for(capsys, tmp_path):
    town, _ = written(tmp_path)
    for arguments in (
        ("compare", town, town),
        ("init", tmp_path),
        ("import", tmp_path / "r.csv", "--column", "nothing"),
        ("optimize", town, "--out", town),
    ):
        status, out, err = run(capsys, *arguments, "--json")
        assert status == 1
        assert document(out) == {"schema": "bianping.error/1", "error": err.strip()}


@pytest.mark.parametrize("command", ["check", "optimize", "explain"])
def test_a_seed_is_taken_by_every_command_and_changes_no_staffing(
    capsys, tmp_path, command
):
    town, _ = written(tmp_path)
    plain = run(capsys, command, town, "--json")
    assert run(capsys, command, town, "--json", "--seed", 5)[:2] == plain[:2]


@pytest.mark.parametrize("command", ["optimize", "simulate", "explain"])
@pytest.mark.parametrize("place", ["town.yaml", "mine", "town.yaml/o", "n" * 300])
def test_a_folder_that_cannot_be_written_is_refused_before_any_work(
    capsys, tmp_path, monkeypatch, command, place
):
    town, _ = written(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    for work in ("solving.assign", "commands.explain.explain"):
        monkeypatch.setattr(f"bianping.{work}", _interrupt)
    assert run(capsys, command, town, "--out", tmp_path / place)[0] == 1


def test_a_folder_without_permission_is_refused(capsys, tmp_path, monkeypatch):
    town, _ = written(tmp_path)
    monkeypatch.setattr("bianping.outputs.os.access", lambda _, mode: mode != os.W_OK)
    status, _, err = run(capsys, "optimize", town, "--out", tmp_path / "o")
    assert status == 1
    assert "无法写入" in err


def test_compare_sets_designs_side_by_side_in_one_whole_folder(capsys, tmp_path):
    town, other = written(tmp_path)
    out = tmp_path / "both"
    status, shown, _ = run(capsys, "compare", town, other, "--out", out, "--lang", "en")
    assert status == 0
    assert shown.splitlines()[-1] == f"report: {out / 'report.html'}"
    whole = document((out / "comparison.json").read_text(encoding="utf-8"))
    assert whole["base"] == "town"
    assert {row["scenario"] for row in whole["differences"]} == {"other"}
    clashes = {
        row["scenario"]: row["mean"]
        for row in whole["measures"]
        if (row["measure"], row["of"]) == ("clashes", "town")
    }
    (difference,) = (
        row["mean"]
        for row in whole["differences"]
        if (row["measure"], row["of"]) == ("clashes", "town")
    )
    assert difference == pytest.approx(clashes["other"] - clashes["town"])
    listed = {
        row["name"]
        for row in document((out / "manifest.json").read_text(encoding="utf-8"))[
            "files"
        ]
    }
    there = {
        file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()
    }
    assert there - listed == {"manifest.json"}
    assert {"town/plan.json", "other/simulation.json", "report.html"} <= listed
    assert not (tmp_path / "both.unfinished").exists()


def test_the_same_work_arrives_in_every_design(capsys, tmp_path):
    town, other = written(tmp_path)
    run(capsys, "compare", town, other, "--out", tmp_path / "both")
    text = (tmp_path / "both" / "comparison.json").read_text(encoding="utf-8")
    arrived = {
        row["of"]: row["mean"]
        for row in document(text)["differences"]
        if row["measure"] == "arrived" and row["of"].startswith(("stream:", "town"))
    }
    assert arrived == {"stream:letters": 0.0, "stream:herds": 0.0, "town": 0.0}


def test_todays_staffing_is_played_as_it_is(capsys, tmp_path):
    town, _ = written(tmp_path)
    town.write_text(SMALL + "staffing: today\n", encoding="utf-8")
    out = tmp_path / "o"
    assert run(capsys, "simulate", town, "--out", out)[0] == 0
    plan = document((out / "plan.json").read_text(encoding="utf-8"))
    assert {
        (row["post"], row["seat"])
        for row in plan["assignments"]
        if row["person"] == "p5"
    } == {("clerk", "B"), ("vet", "B")}
    assert not any(row["because"] for row in plan["assignments"])
    assert (out / "events.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_plan_can_be_played_that_somebody_made_by_hand(capsys, tmp_path):
    town, _ = written(tmp_path)
    plan = tmp_path / "plan.json"
    rows = '{"post": "clerk", "seat": "A", "person": "p5"}'
    plan.write_text(f'{{"schema": "bianping.plan/1", "assignments": [{rows}]}}')
    out = run(capsys, "simulate", town, "--plan", plan, "--json")[1]
    busy = {
        row["of"]: row["mean"]
        for row in document(out)["measures"]
        if row["measure"] == "utilisation"
    }
    assert busy["person:p5"] > 0
    assert busy.get("person:p4", 0) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not a valid plan.json"),
        (
            f'{{"schema": "bianping.plan/1", "assignments": [{STRANGER}]}}',
            "doesn't have: x",
        ),
    ],
)
def test_a_plan_that_is_none_is_a_message(capsys, tmp_path, content, said):
    town, _ = written(tmp_path)
    plan = tmp_path / "plan.json"
    plan.write_text(content)
    status, _, err = run(capsys, "simulate", town, "--plan", plan, "--lang", "en")
    assert status == 1
    assert said in err


def test_nobody_elses_folder_is_touched(capsys, tmp_path):
    town, _ = written(tmp_path)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear")
    status, _, err = run(capsys, "optimize", town, "--out", mine, "--lang", "en")
    assert status == 1
    assert "holds other files" in err
    assert [file.name for file in mine.iterdir()] == ["letter.txt"]


def test_two_scenarios_of_one_name_are_not_compared(capsys, tmp_path):
    town, _ = written(tmp_path)
    status, _, err = run(capsys, "compare", town, town, "--lang", "en")
    assert status == 1
    assert "both named “town”" in err


def _interrupt(*_: object, **__: object):
    raise KeyboardInterrupt


@pytest.mark.parametrize("phase", ["play_years_of", "play_careers_of"])
def test_an_interrupted_simulation_keeps_its_plan_and_says_where(
    capsys, tmp_path, monkeypatch, phase
):
    town, _ = written(tmp_path)
    monkeypatch.setattr(f"bianping.session.{phase}", _interrupt)
    out = tmp_path / "o"
    status, _, err = run(capsys, "simulate", town, "--out", out)
    assert status == 130
    assert not out.exists()
    assert (tmp_path / "o.unfinished" / "plan.json").is_file()
    assert f"已中断；已完成的部分保留在 {tmp_path / 'o.unfinished'}" in err
    assert run(capsys, "simulate", town, "--json")[:2] == (130, "")


@pytest.mark.parametrize(
    ("place", "arguments"),
    [
        ("bianping.commands.check.read_files", ["check", "x.yaml"]),
        ("bianping.commands.import_.read_sheets", ["import", "x.csv", "--json"]),
        ("bianping.cli.import_module", ["optimize", "x.yaml"]),
    ],
)
def test_an_interruption_is_told_in_the_users_language_with_status_130(
    capsys, monkeypatch, place, arguments
):
    monkeypatch.setattr(place, _interrupt)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (130, "")
    assert err.strip().startswith("已中断")
    assert run(capsys, *arguments, "--lang", "en")[2].strip().startswith("interrupted")


def test_an_interrupted_study_leaves_no_folder_that_looks_whole(
    capsys, tmp_path, monkeypatch
):
    town, other = written(tmp_path)

    def interrupted(*_: object, **__: object):
        raise KeyboardInterrupt

    monkeypatch.setattr("bianping.session.play_years_of", interrupted)
    out = tmp_path / "both"
    assert run(capsys, "compare", town, other, "--out", out)[0] == 130
    assert not out.exists()
    assert (tmp_path / "both.unfinished" / "town" / "plan.json").is_file()


def test_events_go_to_a_parquet_file_too_where_it_is_asked_for(capsys, tmp_path):
    town, _ = written(tmp_path)
    out = tmp_path / "out"
    assert run(capsys, "simulate", town, "--out", out, "--parquet")[0] == 0
    table = pq.read_table(out / "events.parquet")
    with (out / "events.csv").open(encoding="utf-8-sig") as file:
        events = [row["event"] for row in csv.DictReader(file)]
    assert table.column("event").to_pylist() == events
    listed = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert "events.parquet" in {one["name"] for one in listed}


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "尚未安装"), ("en", "isn't installed")]
)
def test_without_pyarrow_parquet_is_refused_before_anything_is_done(
    capsys, tmp_path, monkeypatch, lang, text
):
    monkeypatch.setattr("bianping.commands.simulate.find_spec", lambda _: None)
    town, _ = written(tmp_path)
    out = tmp_path / "out"
    asked = ("simulate", town, "--out", out, "--parquet", "--lang", lang)
    status, _, err = run(capsys, *asked)
    assert status == 1
    assert text in err
    assert "pip install pyarrow" in err
    assert not out.exists()


def compared(capsys, tmp_path, precision):
    """Compare both designs with up to 16 years; return the document and the rest."""
    out = tmp_path / "out"
    keys = {"replications": 16, "precision": precision}
    settings = (("--set", f"simulation.{key}={value}") for key, value in keys.items())
    arguments = (*written(tmp_path), "--out", out, "--lang", "en", *chain(*settings))
    status, _, err = run(capsys, "compare", *arguments)
    assert status == 0
    found = document((out / "comparison.json").read_text(encoding="utf-8"))
    return found, err, (out / "report.html").read_text(encoding="utf-8")


def test_enough_years_are_played_for_the_precision_asked(capsys, tmp_path):
    found, err, report = compared(capsys, tmp_path, 0.9)
    # With one lead nobody clashes, which is precise after the first ten years.
    town, other = found["precision"]["town"], found["precision"]["other"]
    assert town == {"share": 0.9, "most": 16, "played": 15, "reached": True}
    assert other == {"share": 0.9, "most": 16, "played": 10, "reached": True}
    assert found["replications"]["year"] == 15
    for text in (err, report):
        assert "Small town: 15 years of at most 16; precise to 90%" in text
    assert "the same 10–15 drawn years" in report
    clashes = [row for row in found["differences"] if row["measure"] == "clashes"]
    assert {row["replications"] for row in clashes} == {10}


def test_a_precision_that_is_not_reached_is_reported(capsys, tmp_path):
    found, err, report = compared(capsys, tmp_path, 0.001)
    missed = {"share": 0.001, "most": 16, "played": 16, "reached": False}
    assert found["precision"] == {"town": missed, "other": missed}
    for text in (err, report):
        assert "One lead: all 16 years were played without reaching" in text


def test_soft_rules_that_a_plan_breaks_are_named(capsys, tmp_path):
    town, _ = written(tmp_path)
    settings = ("rules.workload.mode=soft", "rules.workload.most_share=0.1")
    given = chain.from_iterable(("--set", one) for one in settings)
    out = tmp_path / "o"
    _, said, _ = run(capsys, "optimize", town, *given, "--out", out, "--lang", "en")
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    (cost,) = [row["value"] for row in plan["objective"] if row["goal"] == "rules"]
    named = [row["rule"] for row in plan["breaches"]]
    assert named
    assert named == ["workload"] * int(cost)
    assert f"places where it breaks rules: {len(named)}" in said
