"""`admit`: whether the town can take a new duty."""

import json

import openpyxl
import pytest

from optimizer.outcome import Undecided
from tests.bianping.running import run
from tests.bianping.towns import SMALL, written

WORK = """
work:
  checks:
    name: {zh: 检查, en: Checks}
    unit: hall
    arrive: {per_year: 400}
    steps: [{who: clerk, hours: {mean: 2, spread: 0.3}}]
"""
MATTER = """schema: 1
name: {zh: 新职责, en: New duty}
matters:
  check:
    name: {zh: 检查, en: Check}
    list: delegated
    unit: hall
"""
CERTIFIED = MATTER + "    certificates: [law]\n"
PINS = "pins: {head: [p1], vice_one: [p2], vice_two: [p3]}\n"


def admitted(capsys, tmp_path, duty, *more, town=SMALL, lang="en"):
    """Run `admit` on the small town; return status, what is said, and the document."""
    file, _ = written(tmp_path)
    file.write_text(town, encoding="utf-8")
    matter = tmp_path / "duty.yaml"
    matter.write_text(duty, encoding="utf-8")
    out = tmp_path / "o"
    status, said, err = run(
        capsys, "admit", file, "--matter", matter, "--out", out, "--lang", lang, *more
    )  # fmt: skip
    found = out / "admission.json"
    document = json.loads(found.read_text("utf-8")) if found.is_file() else {}
    return status, said + err, document


def test_a_duty_with_work_is_played_against_declining_it(capsys, tmp_path):
    status, said, found = admitted(capsys, tmp_path, MATTER + WORK)
    assert status == 0
    assert "can it take “New duty”?" in said
    assert found["schema"] == "bianping.admission/1"
    assert (found["matters"], found["streams"]) == (["check"], ["checks"])
    assert (found["rules"], found["seats_reassigned"]) == ("unchanged", 0)
    means = {
        (row["scenario"], row["measure"], row["of"]): row["mean"]
        for row in found["measures"]
    }
    differences = {(row["measure"], row["of"]): row for row in found["differences"]}
    for key in (("utilisation", "town"), ("arrived", "town"), ("clashes", "town")):
        expected = means["accepted", *key] - means["declined", *key]
        assert differences[key]["mean"] == pytest.approx(expected)
    assert differences["utilisation", "town"]["mean"] > 0
    assert differences["arrived", "stream:letters"]["mean"] == 0
    assert means["accepted", "arrived", "stream:checks"] > 300
    assert all(one["hold"] for one in found["checks"].values())
    rows = [
        *openpyxl.load_workbook(tmp_path / "o" / "admission.xlsx")["Difference"].values
    ]
    assert (rows[-1][2], rows[-1][3]) == ("work: Checks", None)
    assert (tmp_path / "o" / "accepted" / "plan.json").is_file()
    assert (tmp_path / "o" / "charts" / "differences.svg").is_file()


def test_the_verdict_follows_from_what_gets_worse(capsys, tmp_path):
    flood = (MATTER + WORK).replace("per_year: 400", "per_year: 900")
    replications = ("--set", "simulation.replications=6")
    _, said, found = admitted(capsys, tmp_path, flood, *replications)
    worse = [row for row in found["differences"] if row["favourable"] is False]
    assert any(row["of"] == "town" for row in worse)
    assert found["verdict"] == "at_a_cost"
    assert "Verdict: it can take the duty, at a price:" in said
    assert found["text"] in said


def test_a_duty_without_work_leaves_the_year_as_it_was(capsys, tmp_path):
    status, said, found = admitted(capsys, tmp_path, MATTER)
    assert (status, found["verdict"]) == (0, "yes")
    assert "differences" not in found
    assert "the year is as it was" in said
    assert "结论：可以承接" in admitted(capsys, tmp_path, MATTER, lang="zh")[1]


def test_a_duty_that_nobody_may_do_is_refused_with_the_conflict(capsys, tmp_path):
    status, said, found = admitted(capsys, tmp_path, CERTIFIED)
    assert (status, found["verdict"], found["rules"]) == (3, "no", "impossible")
    assert {"certified_officers"} in [set(rules) for rules in found["relaxations"]]
    assert "These demands cannot hold together" in said
    assert "it can't take the duty" in said
    assert [one["rule"] for one in found["breaches_if_unchanged"]] == [
        "certified_officers"
    ]


LAWYER = SMALL.replace("born: 1992-01,", "born: 1992-01, certificates: [law],")
TODAY = "staffing: today\n"


def test_where_staff_must_be_assigned_anew_the_seats_are_counted(capsys, tmp_path):
    pinned = "goals: [moves]\n"
    one_officer = ("--set", "rules.certified_officers.spare=0")
    status, said, found = admitted(
        capsys, tmp_path, CERTIFIED, *one_officer, town=LAWYER + pinned
    )
    assert (status, found["rules"]) == (0, "reassigned")
    assert found["seats_reassigned"] > 0
    assert found["breaches_if_unchanged"]
    plan = json.loads((tmp_path / "o" / "accepted" / "plan.json").read_text("utf-8"))
    assert {"post": "clerk", "seat": "A", "person": "p5"} in [
        {key: row[key] for key in ("post", "seat", "person")}
        for row in plan["assignments"]
    ]
    assert "With the staffing as it was:" in said


def test_todays_staffing_that_breaks_a_rule_is_told_from_an_impossible_town(
    capsys, tmp_path
):
    one_officer = ("--set", "rules.certified_officers.spare=0")
    status, said, found = admitted(
        capsys, tmp_path, CERTIFIED, *one_officer, town=LAWYER + TODAY
    )
    assert (status, found["verdict"]) == (0, "after_reassigning")
    assert "not with today's staffing" in said
    status, _, found = admitted(capsys, tmp_path, CERTIFIED, town=SMALL + TODAY)
    assert (status, found["verdict"]) == (3, "no")


def test_a_town_that_cannot_be_staffed_anyway_is_not_blamed_on_the_duty(
    capsys, tmp_path
):
    needs = ("--set", "posts.vet.requires.certificates=[veterinary]")
    status, said, found = admitted(capsys, tmp_path, MATTER, *needs)
    assert (status, found["verdict"]) == (3, "already")
    assert "with the duty or without" in said


def test_without_time_nothing_is_claimed(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("bianping.solving.assign", lambda *_, **__: Undecided())
    status, said, found = admitted(capsys, tmp_path, MATTER)
    assert (status, found["verdict"]) == (4, "undecided")
    assert "Verdict: not known" in said


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        ("rules: {}\n" + MATTER, "duty.yaml:1:1: rules: there is no key “rules”"),
        ("extends: town.yaml\n", "duty.yaml:1:1: extends: there is no key “extends”"),
        (MATTER.replace("delegated", "delegatd"), "duty.yaml:6:5: matters.check.list"),
        (MATTER.replace("unit: hall", "unit: hal"), "there is no unit “hal”"),
        ("name: {zh: 空, en: Empty}\n", "brings no matter and no work"),
        ("- a\n", "duty.yaml:1:1"),
    ],
)
def test_a_fault_of_the_duty_is_told_with_its_place(capsys, tmp_path, duty, said):
    status, told, found = admitted(capsys, tmp_path, duty)
    assert (status, found) == (1, {})
    assert said in told


def test_a_missing_duty_is_a_message_and_none_is_wrong_usage(capsys, tmp_path):
    town, _ = written(tmp_path)
    status, _, err = run(capsys, "admit", town, "--matter", tmp_path / "no.yaml")
    assert status == 1
    assert "no.yaml" in err
    assert run(capsys, "admit", town)[0] == 2


def test_the_same_duty_is_the_same_bytes_and_names_nobody_if_asked(capsys, tmp_path):
    admitted(capsys, tmp_path, MATTER + WORK, "--workers", 1)
    once = {file: file.read_bytes() for file in (tmp_path / "o").rglob("*.*")}
    admitted(capsys, tmp_path, MATTER + WORK, "--workers", 2)
    assert once == {file: file.read_bytes() for file in (tmp_path / "o").rglob("*.*")}
    admitted(capsys, tmp_path, MATTER + WORK, "--anonymise")
    for file in (tmp_path / "o").rglob("*.json"):
        text = file.read_text("utf-8")
        assert '"p5"' not in text
        assert "person:p5" not in text


def test_a_better_staffing_that_the_duty_makes_possible_is_told_from_a_forced_one(
    capsys, tmp_path
):
    helper = """people:
  p6: {name: 甲06, identity: institution_staff, sex: f, born: 1991-01, joined: 2014-08}
"""
    overfull = SMALL + "goals: [balance]\n"
    asked = admitted(capsys, tmp_path, MATTER + helper, "--json", town=overfull)
    assert asked[2]["rules"] == "improved"
    assert asked[2]["seats_reassigned"] > 0
    assert asked[2]["breaches_if_unchanged"] == []
