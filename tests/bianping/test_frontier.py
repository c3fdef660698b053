"""`frontier`, as its user meets it."""

import json
from dataclasses import replace

import openpyxl
import pytest

from optimizer.frontier import frontier
from tests.bianping.running import run
from tests.bianping.towns import SMALL, written

SCORES = """scores:
  - {person: p4, post: vet, assessment: 60}
  - {person: p5, post: vet, assessment: 90}
  - {person: p4, post: clerk, assessment: 70}
  - {person: p5, post: clerk, assessment: 80}
"""
GOALS = ("--between", "moves", "--and", "fit")


def trading(capsys, tmp_path, *more):
    """Run `frontier` on the small town with marks; return status, text and folder."""
    town, _ = written(tmp_path)
    town.write_text(SMALL + SCORES, encoding="utf-8")
    order = ("--set", "goals=[seats, moves, fit]", "--lang", "en")
    out = tmp_path / "o"
    status, said, err = run(
        capsys, "frontier", town, *GOALS, *order, "--out", out, *more
    )
    return status, said + err, out


def test_the_frontier_is_written_with_a_plan_for_each_point(capsys, tmp_path):
    status, said, out = trading(capsys, tmp_path)
    assert status == 0
    assert "The frontier is complete" in said
    text = (out / "frontier.json").read_text(encoding="utf-8")
    assert text.splitlines()[0] == '{"schema": "bianping.frontier/1",'
    found = json.loads(text)
    assert (found["status"], found["gaps"]) == ("complete", [])
    assert [one["goal"] for one in found["kept"]] == ["seats"]
    values = [(one["values"]["moves"], one["values"]["fit"]) for one in found["points"]]
    moves, fit = zip(*values, strict=True)
    assert list(moves) == sorted(set(moves))
    assert list(fit) == sorted(set(fit), reverse=True)
    assert len(values) > 1
    for one in found["points"]:
        plan = json.loads((out / one["plan"]).read_text(encoding="utf-8"))
        steps = {row["goal"]: row["value"] for row in plan["objective"]}
        assert {key: steps[key] for key in one["values"]} == one["values"]
        assert plan["status"] == "optimal"
    rows = [*openpyxl.load_workbook(out / "frontier.xlsx")["Frontier"].values][1:]
    assert [(row[1], row[3]) for row in rows] == values
    assert (out / "charts" / "frontier.svg").is_file()


def test_a_point_can_be_played(capsys, tmp_path):
    _, _, out = trading(capsys, tmp_path)
    plan = out / "plans" / "point_01.json"
    town = tmp_path / "town.yaml"
    assert run(capsys, "simulate", town, "--plan", plan, "--json")[0] == 0


def test_a_search_cut_short_says_where_other_plans_may_lie(capsys, tmp_path):
    found = json.loads(
        (trading(capsys, tmp_path)[2] / "frontier.json").read_text(encoding="utf-8")
    )
    between = [one["values"]["moves"] for one in found["points"]][1:-1]
    assert between
    status, said, out = trading(capsys, tmp_path, "--points", 2)
    short = json.loads((out / "frontier.json").read_text(encoding="utf-8"))
    assert (status, short["status"], len(short["points"])) == (0, "partial", 2)
    assert "between points 1 and 2: Moves" in said
    (gap,) = short["gaps"]
    assert gap["after_point"] == 1
    assert all(gap["moves"]["least"] <= one <= gap["moves"]["most"] for one in between)


def test_the_same_frontier_is_the_same_bytes(capsys, tmp_path):
    _, _, out = trading(capsys, tmp_path, "--workers", 1)
    once = {file: file.read_bytes() for file in out.rglob("*.*")}
    trading(capsys, tmp_path, "--workers", 2)
    assert once == {file: file.read_bytes() for file in out.rglob("*.*")}


def test_a_town_that_cannot_be_staffed_has_no_frontier_and_says_why(capsys, tmp_path):
    needs = ("--set", "posts.vet.requires.certificates=[veterinary]")
    status, said, out = trading(capsys, tmp_path, *needs)
    assert status == 3
    assert "“Vet”" in said
    found = json.loads((out / "frontier.json").read_text(encoding="utf-8"))
    assert found["status"] == "impossible"
    assert found["conflict"]
    assert not (out / "plans").exists()


def test_one_goal_twice_is_a_message(capsys, tmp_path):
    town, _ = written(tmp_path)
    same = ("--between", "fit", "--and", "fit")
    status, out, err = run(capsys, "frontier", town, *same, "--lang", "en")
    assert (status, out) == (1, "")
    assert "same goal “fit”" in err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--between", "fit"), "--and"),
        (("--between", "fit", "--and", "beauty"), "must be one of: seats, clashes"),
        (("--between", "fit", "--and", "moves", "--points", "1"), "--points"),
    ],
)
def test_wrong_usage_is_told_with_status_2(capsys, tmp_path, given, said):
    town, _ = written(tmp_path)
    status, _, err = run(capsys, "frontier", town, *given, "--lang", "en")
    assert status == 2
    assert said in err


def test_an_interruption_keeps_what_was_found(capsys, tmp_path, monkeypatch):
    def stopped_after_a_point(town, between, against, budget):
        def stop(points, gaps):
            assert points > gaps
            budget.stop.set()

        return frontier(town, between, against, replace(budget, on_point=stop))

    monkeypatch.setattr("bianping.trading.frontier", stopped_after_a_point)
    status, said, out = trading(capsys, tmp_path)
    assert status == 130
    assert "interrupted; the points found so far are kept" in said
    found = json.loads((out / "frontier.json").read_text(encoding="utf-8"))
    assert found["points"]
