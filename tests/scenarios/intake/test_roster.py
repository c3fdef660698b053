from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from scenarios.intake.columns import Answers
from scenarios.intake.findings import How
from scenarios.intake.meanings import Meaning, recognised
from scenarios.intake.private import PrivateKind
from scenarios.intake.roster import take_in
from scenarios.intake.sheets import read_sheets
from scenarios.intake.structure import posts_of, units_of
from scenarios.reading.faults import FaultyScenarioError
from tests.scenarios.intake.rosters import (
    HEADINGS,
    PRIVATE,
    READ,
    ROWS,
    TITLE,
    as_csv,
    as_workbook,
)

M = Meaning
SHOWN = (M.NAME, M.SEX, M.BORN, M.JOINED, M.UNIT, M.IDENTITY, M.PARTY)
RUNGS = {"四级主任科员": "fourth_senior_section_member"}


def taken(path, said=None, ask=None):
    return take_in(read_sheets(path), Answers(said or {}, ask), RUNGS)


def shown(intake):
    return [tuple(one.values.get(key) for key in SHOWN) for one in intake.people]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"]
)
@pytest.mark.parametrize("title", [True, False])
def test_a_csv_reads_the_same_in_every_encoding(tmp_path, encoding, title):
    path = as_csv(tmp_path / "r.csv", encoding, title=title)
    intake = taken(path)
    assert shown(intake) == READ
    assert intake.cells == ()


@pytest.mark.parametrize("above", [(), ([TITLE],), ([TITLE], ["填报单位：柑岭镇"])])
def test_a_workbook_reads_the_same_below_any_title(tmp_path, above):
    intake = taken(as_workbook(tmp_path / "r.xlsx", *above))
    assert shown(intake) == READ
    assert intake.cells == ()
    assert intake.people[0].values[M.RANK] == "fourth_senior_section_member"
    assert intake.namesakes == ("甲02",)
    assert [one.id for one in intake.people] == ["p001", "p002", "p003"]


def test_merged_cells_count_for_all_they_cover(tmp_path):
    book = Workbook()
    page = book.worksheets[0]
    page.append([TITLE])
    page.merge_cells("A1:F1")
    page.append(["序号", "姓名", "性别", "部门", "时间", None])
    page.append([None, None, None, None, "出生年月", "参加工作时间"])
    for column in "ABCD":
        page.merge_cells(f"{column}2:{column}3")
    page.merge_cells("E2:F2")
    page.append(["一、党政办公室"])
    page.merge_cells("A4:F4")
    page.append([1, "甲01", "男", "党政办", "1979.04", "2003.08"])
    page.append([2, "甲02", "女", None, "1985.12", "2009.07"])
    page.merge_cells("D5:D6")
    page.append([None, None, None, None, "1986.01", None])
    page.merge_cells("B6:B7")
    page.append(["合计", "2人"])
    book.save(tmp_path / "r.xlsx")
    intake = taken(tmp_path / "r.xlsx")
    assert [(*one[:3], one[4]) for one in shown(intake)] == [
        ("甲01", "m", "1979-04", "党政办"),
        ("甲02", "f", "1985-12", "党政办"),
    ]
    assert [(row.row, row.why) for row in intake.rows] == [
        (4, "section"),
        (7, "continued"),
        (8, "total"),
    ]
    assert "时间 / 出生年月" in {column.heading for column in intake.columns}


def test_an_xls_reads_as_an_xlsx_with_formats_and_merged_cells():
    intake = taken(Path(__file__).with_name("roster.xls"))
    assert shown(intake)[:3] == READ
    assert intake.people[3].values[M.BORN] == "1990-10"
    assert intake.people[3].values[M.JOINED] == "2012-07"
    assert {one.values[M.UNIT] for one in intake.people[2:]} == {"农业服务中心"}


def column(path, *cells, heading="出生年月", number_format=None):
    book = Workbook()
    page = book.worksheets[0]
    page.append(["姓名", "性别", heading])
    for number, cell in enumerate(cells, 1):
        page.append([f"甲{number:02d}", "男", cell])
        if number_format:
            page.cell(number + 1, 3).number_format = number_format
    book.save(path)
    return taken(path)


def test_a_number_that_may_have_lost_its_zero_is_told_with_its_cell(tmp_path):
    intake = column(tmp_path / "r.xlsx", 1990.1, 1979.04)
    (cell,) = intake.cells
    assert (cell.sheet, cell.at, cell.content, cell.why) == (
        "Sheet",
        "C2",
        "1990.1",
        "lost_zero",
    )
    assert M.BORN not in intake.people[0].values
    intake = column(tmp_path / "r.xlsx", 1990.1, number_format="0.00")
    assert intake.people[0].values[M.BORN] == "1990-10"


def test_dates_serial_numbers_and_formulas_of_a_workbook(tmp_path):
    intake = column(tmp_path / "r.xlsx", date(1979, 4, 15), 28960, "=A1&B1")
    assert [one.values.get(M.BORN) for one in intake.people] == [
        "1979-04",
        "1979-04",
        None,
    ]
    assert [cell.why for cell in intake.cells] == ["formula"]


def test_the_day_goes_first_where_the_column_shows_it(tmp_path):
    intake = column(tmp_path / "r.xlsx", "04/05/1979", "13/04/1979")
    assert [one.values[M.BORN] for one in intake.people] == ["1979-05", "1979-04"]
    intake = column(tmp_path / "r.xlsx", "04/05/1979")
    assert [cell.why for cell in intake.cells] == ["day_or_month"]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("人员姓名", M.NAME),
        ("２．名  字：", M.NAME),
        ("（三）出生日期（年月）", M.BORN),
        ("*出 生\n年 月", M.BORN),
        ("①职务", M.POSITION),
        ("编制性质【必填】", M.IDENTITY),
        ("现任\r\n职务", M.POSITION),
        ("Department", M.UNIT),
    ],
)
def test_headings_are_known_in_all_their_dress(heading, meaning):
    read = recognised(heading)
    assert read.clear
    assert read.candidates == (meaning,)


def test_a_header_over_two_rows_is_one_in_a_file_without_merged_cells_too(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(
        "姓名,性别,工作单位及职务,,政治面貌\n,,所在单位,现任职务,\n"
        ",,,,党员\n王  伟,男,党政办,主任,群众\n",
        encoding="utf-8",
    )
    intake = taken(path)
    assert [dict(one.values) for one in intake.people] == [
        {
            M.NAME: "王伟",
            M.SEX: "m",
            M.UNIT: "党政办",
            M.POSITION: "主任",
            M.PARTY: "否",
        }
    ]
    assert [one.at for one in intake.rows] == ["E3"]


def test_words_for_the_same_thing_are_one_heading_and_for_others_a_doubt():
    assert recognised("身份/编制性质") == recognised("编制性质（身份）")
    assert recognised("2.现任职务、岗位").candidates == (M.POSITION,)
    assert recognised("单位/职务").candidates == (M.UNIT, M.POSITION)
    assert not recognised("单位/职务").clear
    assert recognised("姓名/爱好").candidates == ()


def test_a_doubtful_column_is_left_out_and_told_unless_somebody_says(tmp_path):
    path = tmp_path / "r.xlsx"
    intake = column(path, "2019.05", heading="任职时间")
    assert [(one.meaning, one.how) for one in intake.columns][2] == (
        None,
        How.AMBIGUOUS,
    )
    asked = taken(path, ask=lambda question: question.candidates[0])
    assert asked.columns[2].how is How.ASKED
    assert asked.people[0].values[M.RANK_SINCE] == "2019-05"
    for name in ("C", "任职时间"):
        said = taken(path, {name: M.BORN})
        assert said.people[0].values[M.BORN] == "2019-05"


def test_a_doubtful_column_may_be_told_by_what_it_holds(tmp_path):
    intake = column(tmp_path / "r.xlsx", "行政编制", "事业编", heading="人员类别")
    assert intake.columns[2].how is How.CONTENT
    assert intake.people[1].values[M.IDENTITY] == "institution_staff"


def test_two_columns_for_one_thing_are_both_doubtful(tmp_path):
    headings = [*HEADINGS[:6], "职务", "岗位", *HEADINGS[8:]]
    intake = taken(as_workbook(tmp_path / "r.xlsx", headings=headings))
    left = {one.heading: one.how for one in intake.columns if one.meaning is None}
    assert (left["职务"], left["岗位"]) == (How.AMBIGUOUS, How.AMBIGUOUS)


def test_private_numbers_are_nowhere_in_what_was_taken(tmp_path):
    intake = taken(as_workbook(tmp_path / "r.xlsx", [TITLE]))
    told = repr(intake).encode()
    assert not [one for one in PRIVATE if one in told]
    assert set(intake.private) == set(PrivateKind) - {PrivateKind.LONG}
    how = {one.heading: one.how for one in intake.columns}
    assert (how["身份证号"], how["备注"]) == (How.PRIVATE, How.NOT_NEEDED)


def test_a_private_number_in_a_cell_that_is_taken_is_cut_out_of_it(tmp_path):
    rows = [[1, "甲一 990101197904150013", *ROWS[0][2:]]]
    intake = taken(as_workbook(tmp_path / "r.xlsx", rows=rows))
    assert intake.people[0].values[M.NAME] == "甲一"


def test_who_has_a_private_number_for_a_name_stays_and_is_told(tmp_path):
    rows = [[1, "990101197904150013", *ROWS[0][2:]], *ROWS[1:]]
    intake = taken(as_workbook(tmp_path / "r.xlsx", rows=rows))
    assert len(intake.people) == 3
    assert M.NAME not in intake.people[0].values
    assert [(cell.at, cell.why) for cell in intake.cells] == [("B2", "private")]


def test_who_has_a_formula_without_its_value_for_a_name_stays_and_is_told(tmp_path):
    rows = [[1, '="甲"&"一"', *ROWS[0][2:]], *ROWS[1:]]
    intake = taken(as_workbook(tmp_path / "r.xlsx", rows=rows))
    assert len(intake.people) == 3
    assert [(cell.at, cell.why) for cell in intake.cells] == [("B2", "formula")]


def test_a_row_with_nothing_but_a_name_is_told_with_its_cell(tmp_path):
    rows = [*ROWS, [None, "钱一"]]
    intake = taken(as_workbook(tmp_path / "r.xlsx", rows=rows))
    assert len(intake.people) == 3
    assert [(one.at, one.content, one.why) for one in intake.rows] == [
        ("B5", "钱一", "only_name")
    ]


def test_a_column_of_identity_numbers_is_private_under_any_heading(tmp_path):
    intake = column(
        tmp_path / "r.xlsx", "11010519491231002X", "990105491231002", heading="身份"
    )
    assert intake.columns[2].how is How.PRIVATE
    assert not any(M.IDENTITY in one.values for one in intake.people)


def test_sheets_that_hold_no_roster_are_told(tmp_path):
    path = as_workbook(tmp_path / "r.xlsx")
    book = load_workbook(path)
    book.create_sheet("说明").append(["填表说明"])
    book.create_sheet("空表")
    hidden = book.create_sheet("旧表")
    hidden.append(HEADINGS)
    hidden.sheet_state = "hidden"
    book.save(path)
    intake = taken(path)
    assert len(intake.people) == 3
    assert [(one.sheet, one.why) for one in intake.sheets] == [
        ("说明", "no_header"),
        ("空表", "empty_sheet"),
        ("旧表", "hidden"),
    ]


@pytest.mark.parametrize("name", ["退休", "离退休人员", "离休干部"])
def test_a_sheet_of_people_who_have_retired_is_left_out_and_told(tmp_path, name):
    path = as_workbook(tmp_path / "r.xlsx")
    book = load_workbook(path)
    page = book.create_sheet(name)
    for row in (HEADINGS, *ROWS):
        page.append(row)
    book.save(path)
    intake = taken(path)
    assert len(intake.people) == 3
    assert [(one.sheet, one.why) for one in intake.sheets] == [(name, "retired")]


def test_people_in_office_stay_whatever_else_the_name_of_their_sheet_says(tmp_path):
    path = as_workbook(tmp_path / "r.xlsx")
    book = load_workbook(path)
    book.worksheets[0].title = "在职（不含退休）"
    book.create_sheet("说明")
    book.save(path)
    assert len(taken(path).people) == 3


def test_units_and_posts_are_those_that_the_roster_names(tmp_path):
    people = taken(as_workbook(tmp_path / "r.xlsx")).people
    assert units_of(people) == {"党政办": "党政办", "农业服务中心": "农业服务中心"}
    assert [(one.id, one.name, one.seats) for one in posts_of(people, "？")] == [
        ("党政办·主任", "主任", 1),
        ("党政办·干事", "干事", 1),
        ("农业服务中心·干事", "干事", 1),
    ]


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("r.xlsx", b"PK\x03\x04 broken", "not_a_workbook"),
        ("r.xls", b"\xd0\xcf\x11\xe0 broken", "not_an_xls"),
        ("r.xls", b"<html><table></table></html>", "web_page"),
        ("r.csv", b"\x81\x00\x80", "unknown_encoding"),
        ("r.pdf", b"%PDF", "kind_of_roster"),
    ],
)
def test_what_can_not_be_read_is_a_fault(tmp_path, name, content, key):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FaultyScenarioError) as raised:
        read_sheets(tmp_path / name)
    assert [one.key for one in raised.value.faults] == [key]
