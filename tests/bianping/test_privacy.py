import csv
import io
import json
import re
import zipfile
from functools import reduce

import pytest

from bianping.cli import COMMANDS
from tests.bianping.running import run
from tests.bianping.towns import OTHER, SMALL

NAMES = {"p1": "王伟", "p2": "李秀英", "p3": "张敏", "p4": "Liu Yang", "p5": "陈静"}
REFUSING = ("--set", "pins.clerk=[张敏, 陈静]")
CODE = re.compile(r"(?:人员|Person)-[0-9A-Z]{5}")


@pytest.fixture
def town(tmp_path):
    """A town whose roster is keyed by names, with a relative, a pin and a wish."""
    text = SMALL
    for number, (key, name) in enumerate(NAMES.items(), start=1):
        text = text.replace(f"甲0{number}", name).replace(f"  {key}:", f"  {name}:")
    text = text.replace("holds: [vice_two]", "holds: [vice_two], kin: [陈静]")
    text += "pins: {vet: [Liu Yang]}\nsummary: 由王伟主持\n"
    text += "scores: [{person: 张敏, post: clerk, wish: 1}]\n"
    path = tmp_path / "town.yaml"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(OTHER, encoding="utf-8")
    return path


def named_in(content):
    return [name for name in NAMES.values() if name.encode() in content]


def contents(folder):
    """Yield every file of a folder, workbooks part by part."""
    for file in folder.rglob("*"):
        if file.suffix == ".xlsx":
            with zipfile.ZipFile(file) as packed:
                yield from (
                    (f"{file}:{one}", packed.read(one)) for one in packed.namelist()
                )
        elif file.is_file():
            yield str(file), file.read_bytes()


GOALS = ("--between", "clashes", "--and", "wishes")
REMEDIES = (
    "--set",
    "careers.policy.mid_level_share=0.5",
    "--set",
    "careers.remedies={more: {name: 多, price: 1, policy: {mid_level_share: 0.9}}}",
)
DUTY = """
schema: 1
name: 王伟牵头的新职责
matters: {check: {name: 张敏核查, list: delegated, unit: hall}}
"""
USES = {
    "import": ((), ("--json",)),
    "check": ((), ("--json",), ("--structure",), ("--structure", "--json")),
    "optimize": ((), ("--json",)),
    "explain": (
        (),
        ("--json",),
        ("--alternatives", "--prices", "--json"),
        REFUSING,
        (*REFUSING, "--json"),
    ),
    "frontier": (GOALS, (*GOALS, "--json")),
    "admit": ((), ("--json",)),
    "simulate": ((), ("--json",)),
    "remedies": (REMEDIES, (*REMEDIES, "--json")),
    "compare": ((), ("--json",)),
}
"""Every command that reads people, and the ways in which it puts something out."""


def test_every_command_that_reads_people_is_looked_at():
    assert [*USES] == [one for one in COMMANDS if one not in {"init", "schema"}]


def roster(path):
    rows = [f"{name},x,{name}办,主任" for name in NAMES.values()]
    rows.insert(0, "姓名,性别,单位,职务")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("command", "options"), [(one, way) for one, ways in USES.items() for way in ways]
)
def test_no_name_is_in_any_output_of_any_command(
    capfd, tmp_path, town, command, options
):
    files = {
        "import": [roster(tmp_path / "roster.csv")],
        "compare": [town, tmp_path / "other.yaml"],
        "remedies": [town, tmp_path / "other.yaml"],
    }.get(command, [town])
    if command == "admit":
        duty = tmp_path / "duty.yaml"
        duty.write_text(DUTY, encoding="utf-8")
        files += ["--matter", duty]
    out = [] if command in {"check", "explain"} else ["--out", tmp_path / "o"]
    status, said, err = run(capfd, command, *files, "--anonymise", *out, *options)
    assert status == (3 if options[:2] == REFUSING else 0)
    assert said
    written = dict(contents(tmp_path / "o"))
    assert bool(written) is bool(out)
    assert [name for name, content in written.items() if named_in(content)] == []
    assert named_in((said + err).encode()) == []


def test_events_name_people_by_pseudonyms_alone(capfd, tmp_path, town):
    out = tmp_path / "out"
    assert run(capfd, "simulate", town, "--anonymise", "--out", out)[0] == 0
    events = (out / "events.csv").read_text(encoding="utf-8-sig")
    people = {row["person"] for row in csv.DictReader(io.StringIO(events))} - {""}
    assert len(people) == len(NAMES)
    assert all(one.startswith("person-") for one in people)


def measures(text):
    return [row["mean"] for row in json.loads(text)["measures"]]


def test_the_figures_stay_the_same(capsys, town):
    arguments = ("simulate", town, "--json", "--workers", 1)
    open_, hidden = (
        run(capsys, *arguments)[1],
        run(capsys, *arguments, "--anonymise")[1],
    )
    assert open_ != hidden
    assert measures(open_) == measures(hidden)


def test_a_run_without_a_key_has_pseudonyms_of_its_own(
    capsys, tmp_path, town, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    before = {*tmp_path.iterdir()}
    runs = [
        CODE.findall(run(capsys, "explain", town, "--anonymise", *REFUSING)[1])
        for _ in range(2)
    ]
    assert runs[0] != runs[1]
    assert {*tmp_path.iterdir()} - before == {tmp_path / "out"}


def test_a_key_keeps_pseudonyms_from_run_to_run_for_its_owner_alone(
    capsys, tmp_path, town
):
    key = tmp_path / "key.json"
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        run(capsys, "optimize", town, "--key", key, "--out", folder)
    plans = [(folder / "plan.json").read_text(encoding="utf-8") for folder in folders]
    assert plans[0] == plans[1]
    assert key.stat().st_mode & 0o777 == 0o600
    held = json.loads(key.read_text(encoding="utf-8"))["people"]
    assert {one["name"] for one in held} == {*NAMES.values()}
    assert held[0]["pseudonym"] in plans[0]

    open_plan = tmp_path / "open.json"
    open_plan.write_text(reduce(_named, held, plans[0]), encoding="utf-8")
    played = [
        run(capsys, "simulate", town, "--plan", plan, "--json", "--key", key)[1]
        for plan in (open_plan, folders[0] / "plan.json")
    ]
    assert named_in("".join(played).encode()) == []
    assert played[0] == played[1]


def _named(plan, person):
    return plan.replace(person["pseudonym"], person["id"])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("sex: m", "sex: 王伟"), "town.yaml:11"),
        (("kin: [陈静]", "kin: [陈晶]"), "town.yaml:16"),
        (("  陈静:", "  王伟:"), "town.yaml:19"),
        (("wish: 1", "wish: 王伟"), "town.yaml"),
        (("holds: [vice_two]", "holds: {王伟: 1}"), "town.yaml:16"),
        (("identity: civil_servant, sex: f", "王伟: 1, sex: f"), "town.yaml:13"),
    ],
)
def test_a_fault_is_told_with_its_place_and_without_names(capsys, town, change, place):
    town.write_text(town.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    for more in ((), ("--json",)):
        status, out, err = run(capsys, "check", town, "--anonymise", *more)
        assert status == 1
        assert place in out + err
        assert named_in((out + err).encode()) == []


def test_a_setting_is_not_quoted_where_it_names_somebody(capsys, town):
    _, _, err = run(
        capsys, "check", town, "--anonymise", "--set", "people.王伟.hours=x"
    )
    assert "--set" in err
    assert "people.person-" in err
    assert named_in(err.encode()) == []


def test_a_key_that_others_can_read_is_refused(capsys, tmp_path, town):
    key = tmp_path / "key.json"
    run(capsys, "check", town, "--key", key)
    key.chmod(0o644)
    status, _, err = run(capsys, "check", town, "--key", key, "--lang", "en")
    assert (status, "chmod 600" in err) == (1, True)


def test_a_key_never_lies_among_results(capsys, tmp_path, town):
    out = tmp_path / "o"
    status, _, err = run(
        capsys,
        "optimize",
        town,
        "--key",
        out / "key.json",
        "--out",
        out,
        "--lang",
        "en",
    )
    assert (status, "handed round" in err, out.exists()) == (1, True, False)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"schema": "bianping.key/1"}'])
def test_a_key_that_is_none_is_a_message(capsys, tmp_path, town, text):
    key = tmp_path / "key.json"
    key.write_text(text)
    key.chmod(0o600)
    status, _, err = run(capsys, "check", town, "--key", key, "--lang", "en")
    assert (status, "not a key file" in err) == (1, True)
    assert key.read_text() == text
