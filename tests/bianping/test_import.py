import json
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from scenarios.load import load
from tests.bianping.running import run
from tests.scenarios.intake.rosters import (
    HEADINGS,
    PRIVATE,
    ROWS,
    TITLE,
    as_csv,
    as_workbook,
)
from tests.scenarios.intake.test_private import numbers

XLS = Path(__file__).parents[1] / "scenarios" / "intake" / "roster.xls"


def everything_in(folder):
    """Return the bytes of all files, those of workbooks unpacked as well."""
    content = b""
    for file in folder.rglob("*"):
        if file.is_file():
            content += file.name.encode() + file.read_bytes()
        if file.suffix == ".xlsx":
            with zipfile.ZipFile(file) as packed:
                content += b"".join(packed.read(name) for name in packed.namelist())
    return content


@pytest.fixture(params=["xlsx", "xls", "csv", "gb18030", "en"])
def imported(request, capsys, tmp_path):
    lang = "en" if request.param == "en" else "zh"
    roster = {
        "xlsx": lambda: as_workbook(tmp_path / "花名册.xlsx", [TITLE]),
        "en": lambda: as_workbook(tmp_path / "花名册.xlsx"),
        "xls": lambda: XLS,
        "csv": lambda: as_csv(tmp_path / "花名册.csv"),
        "gb18030": lambda: as_csv(tmp_path / "花名册.csv", "gb18030"),
    }[request.param]()
    out = tmp_path / "ours"
    status, shown, err = run(capsys, "import", roster, "--out", out, "--lang", lang)
    assert (status, err) == (0, "")
    return out, shown


def test_a_roster_becomes_a_workspace_that_loads(imported):
    out, shown = imported
    for name in ("town", "old", "flat"):
        town = load(out / f"{name}.yaml")
        people = [*town.people.values()][:3]
        assert [one.name for one in people] == ["甲01", "甲02", "甲02"]
        assert [one.holds for one in people] == [
            ("党政办·主任",),
            ("党政办·干事",),
            ("农业服务中心·干事",),
        ]
        assert people[0].rank in town.ladders[next(iter(town.ladders))].rungs
        assert set(town.units) == {"党政办", "农业服务中心"}
    report = (out / "import-report.txt").read_text(encoding="utf-8")
    assert report.rstrip() in shown
    document = json.loads((out / "import-report.json").read_text(encoding="utf-8"))
    assert document["schema"] == "bianping.import/1"
    assert document["private_numbers"]["identity"] >= 4


def test_no_private_number_is_in_any_file(imported):
    out, shown = imported
    content = everything_in(out) + shown.encode()
    assert not [one for one in PRIVATE if one in content]


@given(
    ids=st.lists(numbers, min_size=4, max_size=4),
    places=st.lists(
        st.sampled_from([*range(-2, len(HEADINGS))]), min_size=4, max_size=4
    ),
    around=st.text("甲乙 、，:-\n(", max_size=4),
)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_identity_number_gets_anywhere_wherever_it_stood(
    capsys, ids, places, around
):
    rows = [list(row) for row in [*ROWS, *ROWS]]
    headings, title = [*HEADINGS], TITLE
    for number, (one, place) in enumerate(zip(ids, places, strict=True)):
        text = f"{around}{one}{around}"
        if place == -1:
            title += text
        elif place == -2:
            headings[-1] += text
        else:
            rows[number][place] = text
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "ours"
        roster = as_workbook(
            Path(folder) / f"{ids[0]}.xlsx", [title], headings=headings, rows=rows
        )
        _, shown, err = run(capsys, "import", roster, "--out", out)
        content = everything_in(out) + (shown + err).encode()
        assert not [one for one in ids if one.encode() in content]


def test_what_could_not_be_read_is_told_with_its_cell(capsys, tmp_path):
    rows = [[*ROWS[0][:3], 1990.1, *ROWS[0][4:]], *ROWS[1:]]
    roster = as_workbook(tmp_path / "r.xlsx", rows=rows)
    status, out, _ = run(capsys, "import", roster, "--json")
    assert status == 0
    document = json.loads(out)
    assert [
        (one["sheet"], one["cell"], one["content"], one["why"])
        for one in document["unread"]
    ] == [("花名册", "D2", "1990.1", "lost_zero")]
    assert document["folder"] is None
    assert [file.name for file in tmp_path.iterdir()] == ["r.xlsx"]
    ours = tmp_path / "ours"
    assert run(capsys, "import", roster, "--out", ours)[0] == 0
    status, _, err = run(capsys, "check", ours / "old.yaml")
    assert status == 1
    assert "people.p001.born" in err


def doubtful(tmp_path):
    headings = [*HEADINGS[:10], "任职时间", *HEADINGS[11:]]
    rows = [[*row[:10], "2019.05", *row[11:]] for row in ROWS]
    return as_workbook(tmp_path / "r.xlsx", headings=headings, rows=rows)


def rank_since(capsys, roster, *options):
    out = run(capsys, "import", roster, "--json", *options)[1]
    return json.loads(out)["people"][0].get("rank_since")


def test_a_doubtful_column_is_left_out_unless_an_option_says_what_it_is(
    capsys, tmp_path
):
    roster = doubtful(tmp_path)
    assert rank_since(capsys, roster) is None
    assert rank_since(capsys, roster, "--column", "K=rank_since") == "2019-05"
    status, _, err = run(
        capsys, "import", roster, "--column", "K=rang", "--json", "--lang", "en"
    )
    assert status == 1
    assert "--column K=rang is not right" in err
    status, _, err = run(
        capsys, "import", roster, "--column", "ZZ=rank", "--json", "--lang", "en"
    )
    assert status == 1
    assert "“ZZ”, which isn't there" in err


def test_a_doubtful_column_is_asked_about_on_a_terminal(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "1")
    out = tmp_path / "ours"
    status, _, err = run(capsys, "import", doubtful(tmp_path), "--out", out)
    assert status == 0
    assert "任职时间" in err
    assert next(iter(load(out / "old.yaml").people.values())).rank_since is not None


def test_names_that_look_like_formulas_stay_text(capsys, tmp_path):
    rows = [[1, "+甲", *ROWS[0][2:]], *ROWS[1:]]
    roster = as_workbook(tmp_path / "r.xlsx", rows=rows)
    assert run(capsys, "import", roster, "--out", tmp_path / "ours")[0] == 0
    cell = load_workbook(tmp_path / "ours" / "town.xlsx")["花名册"]["B2"]
    assert (cell.value, cell.data_type) == ("+甲", "s")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("r.xlsx", b"PK broken", "not a valid .xlsx"),
        ("r.xls", b"\xd0\xcf\x11\xe0", "locked by a password"),
        ("r.xls", b" <html></html>", "web page"),
        ("r.doc", b"", "must be .xlsx, .xls or .csv"),
        ("r.csv", "单位,数\n办,1\n".encode(), "holds no roster"),
        ("r.csv", b"", "holds no roster"),
    ],
)
def test_what_is_no_roster_is_a_message_and_nothing_is_written(
    capsys, tmp_path, name, content, said
):
    (tmp_path / name).write_bytes(content)
    out = tmp_path / "ours"
    status, _, err = run(
        capsys, "import", tmp_path / name, "--out", out, "--lang", "en"
    )
    assert status == 1
    assert said in err
    assert not out.exists()


def test_a_folder_is_named_as_such(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, _, err = run(capsys, "import", Path(), "--lang", "en")
    assert status == 1
    assert err.startswith(".: is a folder")


def test_an_import_overwrites_nothing(capsys, tmp_path):
    roster = as_workbook(tmp_path / "r.xlsx")
    status, _, err = run(capsys, "import", roster, "--out", tmp_path, "--lang", "en")
    assert status == 1
    assert "never overwritten" in err
    assert [file.name for file in tmp_path.iterdir()] == ["r.xlsx"]


def test_a_sheet_of_endless_size_is_read_at_once(capsys, tmp_path):
    book = Workbook()
    page = book.worksheets[0]
    page.append(["姓名", "性别"])
    page.append(["甲01", "男"])
    page["A1048576"].number_format = "@"
    book.save(tmp_path / "r.xlsx")
    out = run(capsys, "import", tmp_path / "r.xlsx", "--json")[1]
    assert [one["name"] for one in json.loads(out)["people"]] == ["甲01"]


NAMES = ("赵一", "钱二", "孙三")


def roster_of_names(path):
    """Write a roster with namesakes, a name in other columns, and a row of a name."""
    rows = [
        ["姓名", "性别", "单位", "职务", "类别"],
        ["赵一", "女", "党政办", "主任", "孙三"],
        ["赵一", "男", "赵一工作室", "会计", "甲"],
        ["钱二", "妇", "党政办", "孙三助理", "乙"],
        ["孙三", "男", "党政办", "干事", "钱二"],
        ["李四", "", "", "", ""],
    ]
    path.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    return path


def named_in(content):
    return [name for name in (*NAMES, "李四") if name.encode() in content]


def people_of(folder):
    """Return the names that people go by in a workspace."""
    sheet = load_workbook(folder / "town.xlsx")["花名册"]
    return [row[1] for row in sheet.iter_rows(min_row=2, values_only=True) if row[1]]


@pytest.mark.parametrize("option", ["--anonymise", "--key"])
@pytest.mark.parametrize("as_json", [False, True])
def test_no_name_is_anywhere_when_names_are_to_be_hidden(
    capsys, tmp_path, option, as_json
):
    roster, out = roster_of_names(tmp_path / "r.csv"), tmp_path / "ours"
    hiding = [option] if option == "--anonymise" else [option, tmp_path / "key.json"]
    shape = ["--json"] if as_json else []
    status, shown, err = run(capsys, "import", roster, "--out", out, *hiding, *shape)
    assert status == 0
    assert named_in(everything_in(out) + (shown + err).encode()) == []
    assert len({*people_of(out)}) == 4
    assert all(one.startswith("人员-") for one in people_of(out))


def test_a_key_keeps_pseudonyms_over_imports_and_later_commands(capsys, tmp_path):
    roster, key = roster_of_names(tmp_path / "r.csv"), tmp_path / "key.json"
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        assert run(capsys, "import", roster, "--out", folder, "--key", key)[0] == 0
    assert people_of(folders[0]) == people_of(folders[1])
    assert key.stat().st_mode & 0o777 == 0o600
    before = key.read_text(encoding="utf-8")
    held = json.loads(before)["people"]
    assert [one["name"] for one in held] == ["赵一", "赵一", "钱二", "孙三"]
    codes = [one["pseudonym"].removeprefix("person-").upper() for one in held]
    assert [f"人员-{code}" for code in codes] == people_of(folders[0])

    book = load_workbook(folders[0] / "town.xlsx")
    for row in book["花名册"].iter_rows(min_row=2):
        headed = zip(book["花名册"][1], row, strict=True)
        cells = {str(head.value): cell for head, cell in headed}
        for heading, value in (("性别", "女"), ("身份", "公务员")):
            cells[heading].value = value
        cells["出生年月"].value = cells["参加工作时间"].value = "1990-01"
    book.save(folders[0] / "town.xlsx")
    for lang in ("zh", "en"):
        status, *_ = run(
            capsys, "check", folders[0] / "old.yaml", "--key", key, "--lang", lang
        )
        assert status == 0
        assert key.read_text(encoding="utf-8") == before


def test_without_a_key_pseudonyms_are_new_each_time_and_nothing_is_kept(
    capsys, tmp_path
):
    roster = roster_of_names(tmp_path / "r.csv")
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        run(capsys, "import", roster, "--out", folder, "--anonymise")
    assert not {*people_of(folders[0])} & {*people_of(folders[1])}
    assert {*tmp_path.iterdir()} == {roster, *folders}


def test_a_key_of_an_import_never_lies_in_its_workspace(capsys, tmp_path):
    roster, out = roster_of_names(tmp_path / "r.csv"), tmp_path / "ours"
    status, _, err = run(
        capsys,
        *("import", roster, "--out", out, "--key", out / "key.json", "--lang", "en"),
    )
    assert (status, "handed round" in err, out.exists()) == (1, True, False)


def test_a_question_quotes_no_cell_when_names_are_to_be_hidden(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "1")
    roster = tmp_path / "r.csv"
    rows = ["姓名,性别,职务,职务", "赵一,女,主任,钱二", "孙三,男,干事,赵一"]
    roster.write_text("\n".join(rows), encoding="utf-8")
    out = tmp_path / "ours"
    status, shown, err = run(capsys, "import", roster, "--out", out, "--anonymise")
    assert (status, "…" in err) == (0, True)
    assert named_in((shown + err).encode()) == []
