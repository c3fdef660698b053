"""`bianping explain` of a plan: who else could, what rules cost, in both languages."""

import json
from itertools import chain

import openpyxl
import pytest

from bianping.exploring import FIRST
from bianping.rule_texts import breach_texts
from bianping.words import catalogue
from optimizer.audit import audit
from scenarios import Plan
from scenarios.language.rules import Mode
from scenarios.load import load
from tests.bianping.running import run
from tests.bianping.towns import SMALL, written


def explanation(folder):
    return json.loads((folder / "explanation.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("lang", "sheet"), [("zh", "次优人选"), ("en", "Next best")])
def test_alternatives_stand_in_the_document_the_workbook_and_the_terminal(
    capsys, tmp_path, lang, sheet
):
    town, _ = written(tmp_path)
    out = tmp_path / "o"
    arguments = ("--alternatives", "--post", "vet", "--lang", lang, "--out", out)
    status, said, _ = run(capsys, "explain", town, *arguments)
    assert status == 0
    a, b = explanation(out)["choices"]
    assert (a["post"], a["seat"], b["seat"]) == ("vet", "A", "B")
    assert a["complete"]
    assert len(a["alternatives"]) == 3
    assert not {one["person"] for one in a["alternatives"]} & set(a["holders"])
    goals = [row["goal"] for row in a["alternatives"][0]["costs"]]
    assert goals[:3] == ["rules", "seats", "clashes"]
    book = openpyxl.load_workbook(out / "plan.xlsx")
    cells = {*chain.from_iterable(book[sheet].values)}
    names = {f"甲0{one['person'][1]}" for one in a["alternatives"]}
    assert names <= cells
    assert all(name in said for name in names)


def test_who_cannot_is_told_with_the_rule_and_its_clause(capsys, tmp_path):
    town, _ = written(tmp_path)
    settings = (
        "posts.vet.requires.certificates=[vet]",
        "people.p4.certificates=[vet]",
        "people.p5.certificates=[vet]",
        "rules.qualification.clause.zh=兽医条例",
        "rules.qualification.clause.en=the vets act",
    )
    given = chain.from_iterable(("--set", one) for one in settings)
    arguments = ("--post", "vet", "--lang", "en", "--out", tmp_path / "o")
    _, said, _ = run(capsys, "explain", town, *arguments, *given)
    assert "must be held by people who meet its requirements (the vets act)" in said
    (barred,) = explanation(tmp_path / "o")["choices"][0]["barred"]
    assert barred["people"] == ["p1", "p2", "p3"]
    assert [one["rule"] for one in barred["demands"]] == ["qualification"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_prices_stand_in_the_document_the_terminal_and_a_chart(capsys, tmp_path, lang):
    town, _ = written(tmp_path)
    out = tmp_path / "o"
    tight = ("--set", "rules.backup.most=1", "--set", "goals=[seats, clashes]")
    arguments = ("--prices", "--lang", lang, "--out", out, *tight)
    status, said, _ = run(capsys, "explain", town, *arguments)
    assert status == 0
    rows = {
        (row["rule"], row["limit"] and row["limit"]["to"]): row
        for row in explanation(out)["prices"]
    }
    assert {("backup", None), ("backup", 2), ("workload", 1.1)} <= rows.keys()
    gains = {row["goal"]: row for row in rows["backup", None]["gains"]}
    assert gains["clashes"]["proven"]
    assert gains["clashes"]["value"] == gains["clashes"]["most"] > 0
    assert (out / "charts" / "rule_prices.png").stat().st_size > 1000
    assert (out / "charts" / "rule_prices.svg").is_file()
    assert "1 → 2" in said


def test_a_plan_that_is_given_is_explained(capsys, tmp_path):
    town, _ = written(tmp_path)
    first, second = tmp_path / "first", tmp_path / "second"
    run(capsys, "explain", town, "--post", "vet", "--out", first)
    plan = ("--plan", first / "plan.json")
    run(capsys, "explain", town, "--post", "vet", "--out", second, *plan)
    holders = [explanation(one)["choices"][0]["holders"] for one in (first, second)]
    assert holders[0] == holders[1]
    assert explanation(second)["plan"]["status"] == "feasible"


def test_a_plan_that_breaks_hard_rules_is_refused(capsys, tmp_path):
    town, _ = written(tmp_path)
    plan = tmp_path / "plan.json"
    plan.write_text('{"schema": "bianping.plan/1", "assignments": []}')
    status, _, err = run(capsys, "explain", town, "--prices", "--plan", plan)
    assert status == 1
    assert "不符合硬性规则" in err
    design, nobody = load(town), Plan.of(())
    broken = audit(design, nobody, modes=(Mode.HARD,))
    said = breach_texts(design, broken, catalogue("zh"))
    assert [text in err for text in said] == [n < FIRST for n in range(len(said))]
    assert len(said) > FIRST


def test_a_post_that_is_not_there_is_refused(capsys, tmp_path):
    town, _ = written(tmp_path)
    status, _, err = run(capsys, "explain", town, "--post", "pope", "--lang", "en")
    assert status == 1
    assert "pope" in err


def test_an_impossible_scenario_is_explained_whatever_was_asked(capsys, tmp_path):
    town, _ = written(tmp_path)
    needs = ("--set", "posts.vet.requires.certificates=[vet]")
    status, out, _ = run(capsys, "explain", town, "--prices", "--json", *needs)
    assert status == 3
    found = json.loads(out)
    assert found["status"] == "impossible"
    assert ["qualification"] in found["relaxations"]
    prices = {tuple(row["rules"]): row for row in found["relaxation_prices"]}
    assert prices["qualification",]["fewest"]
    assert [one["rule"] for one in prices["qualification",]["given_up"]] == [
        "qualification"
    ]


def test_names_stay_hidden_in_what_is_explained(capsys, tmp_path):
    town, _ = written(tmp_path)
    goals = ("--set", "goals=[seats, moves]")
    arguments = ("--alternatives", "--anonymise", *goals, "--out", tmp_path / "o")
    _, said, _ = run(capsys, "explain", town, "--json", *arguments)
    assert "甲0" in SMALL
    assert "甲0" not in said
    assert '"p1"' not in said
