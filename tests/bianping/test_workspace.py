import json
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

import scenarios
from bianping.words import catalogue
from bianping.workspace.plans import SHEETS
from bianping.workspace.workbook import _chinese_notes
from scenarios.load import load
from tests.bianping.running import run

DESIGNS = ("town", "old", "flat")


@pytest.fixture(params=["zh", "en"])
def workspace(request, capsys, tmp_path):
    folder = tmp_path / "ours"
    assert run(capsys, "init", folder, "--lang", request.param)[0] == 0
    return request.param, folder


def towns(folder):
    return [load(folder / f"{name}.yaml") for name in DESIGNS]


def test_a_new_workspace_is_without_fault_and_can_be_staffed(capsys, workspace):
    lang, folder = workspace
    for name in DESIGNS:
        assert run(capsys, "check", folder / f"{name}.yaml")[0] == 0
    status, out, _ = run(capsys, "optimize", folder / "flat.yaml", "--json")
    assert status == 0
    assert json.loads(out)["status"] == "optimal"
    town, old, flat = towns(folder)
    assert (old.staffing, town.name.in_language(lang)) == (
        "today",
        catalogue(lang).texts["workspace.town"],
    )
    assert len(flat.posts) == len(old.posts) - 1


def test_a_workbook_saved_again_reads_back_unchanged(workspace):
    _, folder = workspace
    before = towns(folder)
    book = load_workbook(folder / "town.xlsx")
    book.save(folder / "town.xlsx")
    assert towns(folder) == before


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.slow
def test_a_workbook_saved_by_libreoffice_reads_back_unchanged(workspace, tmp_path):
    _, folder = workspace
    before = towns(folder)
    command = [
        *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile"),
        *("--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved"),
        folder / "town.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copy(tmp_path / "saved" / "town.xlsx", folder / "town.xlsx")
    assert towns(folder) == before


def test_headings_have_notes_and_stay_in_sight_and_choices_have_lists(workspace):
    lang, folder = workspace
    words = catalogue(lang)
    book = load_workbook(folder / "town.xlsx")
    for plan in SHEETS:
        page = book[words(f"workspace.sheet.{plan.key}")]
        heads = [cell for row in page.iter_rows(max_row=1) for cell in row]
        assert len(heads) == len(plan.keys)
        assert all(cell.comment is not None for cell in heads)
        assert page.freeze_panes is not None
        with_list = {
            str(rule.sqref).split(":")[0].rstrip("0123456789")
            for rule in page.data_validations.dataValidation
            if rule.type == "list"
        }
        closed = {
            heads[at].coordinate.rstrip("0123456789")
            for at, (key, _, column) in enumerate(plan.columns(words.lang))
            if column.choices or column.truth or key in dict(plan.names)
        }
        assert with_list == closed
    assert book[words("workspace.sheet.lists")].sheet_state == "hidden"
    born = book[words("workspace.sheet.roster")]["E2"]
    assert (born.value, born.number_format) == ("1974-05", "@")


def test_every_list_holds_what_the_reader_takes(workspace):
    lang, folder = workspace
    book = load_workbook(folder / "town.xlsx")
    page = book[catalogue(lang).texts["workspace.sheet.lists"]]
    listed = {
        tuple(cell for cell in column if cell is not None)
        for column in page.iter_cols(values_only=True)
    }
    for plan in SHEETS:
        for _, _, column in plan.columns("zh"):
            named = column.choices if lang == "zh" else column.choices.values()
            assert not column.choices or tuple(named) in listed


def test_every_column_has_a_note_in_both_languages():
    for plan in SHEETS:
        notes = _chinese_notes()[plan.key]
        assert list(notes) == [key.replace(".", "_") for key in plan.keys]
        assert all(column.about for key, _, column in plan.columns("en") if key != "id")


def test_nothing_is_ever_overwritten(capsys, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    status, _, err = run(capsys, "init", tmp_path, "--lang", "en")
    assert status == 1
    assert "never overwritten" in err
    status, _, err = run(capsys, "init", tmp_path / "letter.txt", "--lang", "en")
    assert status == 1
    assert "not a folder" in err
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_is_filled_where_it_stands(capsys, tmp_path):
    folder = tmp_path / "deep" / "ours"
    folder.mkdir(parents=True)
    status, out, _ = run(capsys, "init", folder, "--json")
    assert status == 0
    files = ["flat.yaml", "old.yaml", "town.xlsx", "town.yaml"]
    assert json.loads(out)["files"] == files
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["ours"]


def test_the_demo_is_copied_whole(capsys, tmp_path):
    folder = tmp_path / "demo"
    assert run(capsys, "init", folder, "--from", "demo")[0] == 0
    ganling = Path(scenarios.__file__).parent / "ganling"
    wanted = {
        file.relative_to(ganling): file.read_bytes()
        for file in ganling.rglob("*")
        if file.is_file() and file.parent.name != "__pycache__"
    }
    copied = {
        file.relative_to(folder): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
    assert copied == wanted
    assert load(folder / "flat.yaml").people
