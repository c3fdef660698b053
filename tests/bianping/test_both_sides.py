"""Wishes met and moves by kind, wherever a plan is shown."""

import json

import openpyxl

from tests.bianping.running import run
from tests.bianping.towns import SMALL, written

WISHES = """scores:
  - {person: p4, post: vet, wish: 1, assessment: 90}
  - {person: p5, post: vet, wish: 1, assessment: 60}
  - {person: p5, post: clerk, wish: 2, assessment: 60}
"""

PINNED = "pins={head: [p1], vice_one: [p2], vice_two: [p3], clerk: [p4], vet: [p5]}"


def optimized(capsys, tmp_path, *more, lang="en"):
    """Run `optimize` on the small town with wishes; return what it says and wrote."""
    town, _ = written(tmp_path)
    town.write_text(SMALL + WISHES, encoding="utf-8")
    out = tmp_path / "o"
    said = run(capsys, "optimize", town, "--out", out, "--lang", lang, *more)[1]
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    return said, plan, openpyxl.load_workbook(out / "plan.xlsx")


def rows(book, sheet):
    return [*book[sheet].iter_rows(values_only=True)]


def test_a_plan_against_the_wishes_names_the_pair_that_blocks(capsys, tmp_path):
    soft = ("--set", PINNED, "--set", "rules.pins.mode=soft")
    said, plan, book = optimized(capsys, tmp_path, *soft)
    assert "first wish 1 of 2 (50%)" in said
    assert "Deferred acceptance alone would come to: first wish 1 (50%)" in said
    assert "甲04 and “Vet” (wish 1)" in said
    wishes = plan["wishes"]
    assert wishes["blocking_pairs"] == [
        {
            "person": "p4",
            "post": "vet",
            "wish": 1,
            "instead_of": "clerk",
            "ahead_of": "p5",
        }
    ]
    assert wishes["deferred_acceptance"]["blocking_pairs"] == 0
    assert rows(book, "Blocking pairs")[1] == ("甲04", "Vet", 1, "Clerk", "甲05")


def test_moves_by_kind_are_told_in_both_languages(capsys, tmp_path):
    said, plan, book = optimized(capsys, tmp_path, "--set", PINNED)
    assert "from B to A 1" in said
    kinds = plan["moves"]["by_kind"]
    assert (kinds["promoted"], kinds["given_up"] + kinds["stepped_back"]) == (1, 1)
    assert {"person": "p5", "post": "vet", "kind": "promoted"} in plan["moves"][
        "changes"
    ]
    assert ("甲05", "Vet", "from B to A") in rows(book, "Moves")
    assert "B岗转A岗 1" in optimized(capsys, tmp_path, "--set", PINNED, lang="zh")[0]


def test_without_wishes_or_a_roster_of_today_neither_is_told(capsys, tmp_path):
    town, _ = written(tmp_path)
    empty = [f"people.p{n}={{holds: [], backs_up: []}}" for n in range(1, 6)]
    settings = [part for one in empty for part in ("--set", one)]
    out = tmp_path / "o"
    run(capsys, "optimize", town, "--out", out, "--lang", "en", *settings)
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    assert not plan.keys() & {"wishes", "moves"}
    sheets = openpyxl.load_workbook(out / "plan.xlsx").sheetnames
    assert sheets == ["Posts", "People", "Summary"]
