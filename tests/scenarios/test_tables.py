from datetime import date

import pytest
from openpyxl import Workbook

from scenarios.language.people import Person
from scenarios.reading.headings import columns
from tests.scenarios.files import HEAD, faults_of, read

ROSTER = "编号,姓名,身份,性别,出生年月,参加工作时间,资格证书,党员,年休假天数\n"
ROW = "p1,甲01,公务员,女,1979-04,2003-08,enforcement、accounting,是,12\n"
TABLE = HEAD + "people: {table: roster.csv}\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_roster_reads_the_same_in_every_usual_encoding(tmp_path, encoding):
    town = read(tmp_path, TABLE, roster_csv=(ROSTER + ROW).encode(encoding))
    person = town.people["p1"]
    assert person.name == "甲01"
    assert person.identity == "civil_servant"
    assert person.certificates == ("enforcement", "accounting")
    assert person.party
    assert person.absences.leave_days == 12


def test_rows_beside_a_table_change_it_as_any_difference(tmp_path):
    town = read(
        tmp_path,
        HEAD + "people: {table: roster.csv, rows: {p1: {hours: 20}}}\n",
        roster_csv=ROSTER + ROW,
    )
    assert (town.people["p1"].hours, town.people["p1"].name) == (20, "甲01")


def test_faults_of_a_table_are_reported_by_cell(tmp_path):
    lines = faults_of(
        tmp_path,
        TABLE,
        roster_csv=ROSTER + ROW.replace("1979-04", "1979.1").replace("女", "妇"),
    )
    assert lines == [
        "roster.csv:2:4 unknown_choice people.p1.sex",
        "roster.csv:2:5 not_a_month people.p1.born",
    ]


def test_headings_and_ids_are_checked_in_one_go(tmp_path):
    lines = faults_of(
        tmp_path,
        TABLE,
        roster_csv=ROSTER.replace("资格证书", "资格证") + ROW + ROW + "," + ROW[3:],
    )
    assert [line.split()[1] for line in lines] == [
        "unknown_heading_near",
        "duplicate_id",
        "row_without_id",
    ]


def workbook(path, *rows):
    book = Workbook()
    sheet = book.create_sheet("花名册")
    for row in rows:
        sheet.append(row)
    book.save(path)


def test_a_workbook_is_read_and_its_cells_are_named(tmp_path):
    head = ROSTER.strip().split(",")
    good = ["p1", "甲01", "公务员", "女", date(1979, 4, 1), "2003-08", "", "否", 12.0]
    bad = ["p2", "甲02", "公务员", "男", 1979.1, "2003-08", "", "否", "十"]
    workbook(tmp_path / "roster.xlsx", head, good, bad)
    text = HEAD + "people: {table: roster.xlsx, sheet: 花名册}\n"
    assert faults_of(tmp_path, text) == [
        "roster.xlsx [花名册] E3 month_as_number people.p2.born",
        "roster.xlsx [花名册] I3 not_number people.p2.absences.leave_days",
    ]
    workbook(tmp_path / "roster.xlsx", head, good)
    assert read(tmp_path, text).people["p1"].born == 1979 * 12 + 3


def test_a_sheet_that_is_not_there_is_named(tmp_path):
    workbook(tmp_path / "roster.xlsx", ["编号"])
    assert faults_of(
        tmp_path, HEAD + "people: {table: roster.xlsx, sheet: 名册}\n"
    ) == ["roster.xlsx no_such_sheet"]


def test_no_two_keys_share_a_heading():
    paths = [column.path for column in columns(Person).values()]
    assert ("title", "unit") in paths
    assert columns(Person)["任命单位"].path == ("title", "unit")


def test_a_formula_without_its_value_is_no_empty_cell(tmp_path):
    head = ROSTER.strip().split(",")
    row = ["p1", "甲01", "公务员", "女", "1979-04", "=2003&-08", "", "否", 12]
    workbook(tmp_path / "roster.xlsx", head, row, [None, "=B2", *[None] * 7])
    assert faults_of(
        tmp_path, HEAD + "people: {table: roster.xlsx, sheet: 花名册}\n"
    ) == [
        "roster.xlsx [花名册] F2 formula_without_value",
        "roster.xlsx [花名册] B3 formula_without_value",
    ]
