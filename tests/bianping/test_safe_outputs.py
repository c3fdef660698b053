import csv

import openpyxl
import pytest

from tests.bianping.running import run
from tests.bianping.towns import SMALL, written

SCRIPT = "<script>alert(1)</script>"
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def town(tmp_path):
    """A town with a script, formulas and a link among its names and ids."""
    path, _ = written(tmp_path)
    text = SMALL.replace("甲01", FORMULA).replace("甲02", f"'{SCRIPT}'")
    text = text.replace("p3:", "'@p3':").replace("zh: 兽医", f"zh: '{SCRIPT}'")
    path.write_text(text.replace("zh: 文员", "zh: '+1+cmd'"), encoding="utf-8")
    return path


def test_texts_in_the_workbook_are_never_formulas(capsys, tmp_path, town):
    run(capsys, "optimize", town, "--out", tmp_path / "o")
    book = openpyxl.load_workbook(tmp_path / "o" / "plan.xlsx")
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {FORMULA, "+1+cmd", "@p3"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_texts_in_events_are_never_formulas(capsys, tmp_path, town):
    run(capsys, "simulate", town, "--out", tmp_path / "o")
    with (tmp_path / "o" / "events.csv").open(encoding="utf-8-sig") as file:
        people = {row["person"] for row in csv.DictReader(file)}
    assert "'@p3" in people
    assert "@p3" not in people


def test_the_report_runs_nothing(capsys, tmp_path, town):
    out = tmp_path / "o"
    assert run(capsys, "compare", town, tmp_path / "other.yaml", "--out", out)[0] == 0
    report = (out / "report.html").read_text(encoding="utf-8")
    assert SCRIPT not in report
    assert "&lt;script&gt;" in report
    assert "<script" not in report
    assert "default-src 'none'" in report
    for chart in (out / "charts").glob("*.svg"):
        assert "<script" not in chart.read_text(encoding="utf-8")
