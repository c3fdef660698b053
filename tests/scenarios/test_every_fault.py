"""Every fault in one run, and no fault that is only the shadow of another."""

import pytest
from openpyxl import Workbook

from scenarios.load import Reading, load
from scenarios.reading.faults import FaultyScenarioError
from scenarios.reading.stand_ins import stand_in
from tests.scenarios.files import HEAD, faults_of, write

UNITS = "units: {office: {name: 党政办}}\n"
PERSON = "{name: 甲, identity: civil_servant, sex: f, born: 1980-01, joined: 2003-08}"
POSTS = "编号,岗位名称,单位,每周工时\n"


def test_wrong_values_and_names_that_lead_nowhere_come_together(tmp_path):
    text = (
        f"people: {{p1: {PERSON}}}\n"
        "posts:\n  clerk: {name: 文员, unit: office, hours: thirty}\n"
        "  driver: {name: 司机, unit: offise}\n"
        "scores:\n  - {post: clerk}\n  - {person: p33, post: clerk}\n"
    )
    assert faults_of(tmp_path, HEAD + UNITS + text) == [
        "flat.yaml:6:35 not_number posts.clerk.hours",
        "flat.yaml:9:5 missing scores.rows.0.person",
        "flat.yaml:7:22 unknown_reference_near posts.driver.unit",
        "flat.yaml:10:6 unknown_reference scores.rows.1.person",
    ]


def test_a_faulty_entry_is_there_for_those_who_name_it(tmp_path):
    text = "people: {p1: {name: 甲, sex: x}}\nscores: [{person: p1, post: clerk}]\n"
    lines = faults_of(tmp_path, HEAD + UNITS + text)
    assert {line.split()[2].split(".")[0] for line in lines} == {"people"}


def test_who_a_misspelt_section_may_hold_is_not_called_missing(tmp_path):
    text = f"pepole: {{p1: {PERSON}}}\nscores: [{{person: p1, post: clerk}}]\n"
    assert faults_of(tmp_path, HEAD + UNITS + text) == [
        "flat.yaml:4:1 unknown_key_near pepole"
    ]


def test_what_is_removed_in_vain_comes_with_the_rest(tmp_path):
    lines = faults_of(
        tmp_path,
        "extends: town.yaml\nposts: {clerc: null, clerk: {unit: offise, hours: x}}\n",
        town_yaml=HEAD + UNITS + "posts: {clerk: {name: 文员, unit: office}}\n",
    )
    assert [line.split()[1:] for line in lines] == [
        ["nothing_to_remove_near", "posts.clerc"],
        ["not_number", "posts.clerk.hours"],
        ["unknown_reference_near", "posts.clerk.unit"],
    ]


def test_headings_and_ids_of_a_table_hide_no_wrong_cell(tmp_path):
    lines = faults_of(
        tmp_path,
        HEAD + UNITS + "posts: {table: posts.csv}\n",
        posts_csv=POSTS.replace("岗位名称", "岗位名")
        + "clerk,文员,office,x\nclerk,文员,office,9\ndriver,司机,offise,9\n",
    )
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "posts.csv:1:2 unknown_heading_near",
        "posts.csv:3:1 duplicate_id",
        "posts.csv:2:4 not_number",
        "posts.csv:4:3 unknown_reference_near",
    ]


def test_a_duplicate_id_hides_no_unit_that_is_not_there(tmp_path):
    lines = faults_of(
        tmp_path,
        HEAD + UNITS + "posts: {table: posts.csv}\n",
        posts_csv=POSTS + "clerk,文员,office,9\nclerk,文员,office,9\n"
        "driver,司机,offise,9\n",
    )
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "posts.csv:3:1 duplicate_id",
        "posts.csv:4:3 unknown_reference_near",
    ]


def test_what_a_table_that_can_not_be_read_may_hold_is_not_called_missing(tmp_path):
    lines = faults_of(
        tmp_path,
        "extends: town.yaml\nposts: {clerk: null, driver: {seats: 2}}\n"
        "leader: head\nunits: {hall: {kind: x}}\n",
        town_yaml=HEAD + UNITS + "posts: {table: gone.csv}\n",
    )
    assert [line.split()[1:] for line in lines] == [
        ["no_such_table"],
        ["missing", "units.hall.name"],
        ["unknown_choice", "units.hall.kind"],
    ]


def test_a_setting_within_an_entry_that_is_not_there_is_told_the_nearest(tmp_path):
    text = HEAD + UNITS + "posts: {window: {name: 窗口, unit: office}}\n"
    assert faults_of(tmp_path, text, settings=["posts.windw.hours=20"]) == [
        "--set posts.windw.hours=20 unknown_entry_near posts.windw"
    ]


def test_an_entry_that_a_misspelt_setting_made_is_nobodys_nearest(tmp_path):
    text = HEAD + UNITS + "posts: {window: {name: 窗口, unit: office}}\nleader: windw\n"
    write(tmp_path, text, {})
    with pytest.raises(FaultyScenarioError) as raised:
        load(tmp_path / "flat.yaml", Reading(["posts.windows.hours=20"]))
    nearest = [one.values["nearest"] for one in raised.value.faults]
    assert nearest == ["window", "window"]


def test_settings_may_make_an_entry_between_them(tmp_path):
    settings = ["posts.window.name=窗口", "posts.window.unit=office"]
    assert faults_of(tmp_path, HEAD + UNITS, settings=settings) == []


def test_an_empty_mapping_for_a_section_is_no_way_to_empty_it(tmp_path):
    assert faults_of(tmp_path, HEAD + UNITS, settings=["people={}"]) == [
        "--set people={} sets_nothing people"
    ]


def test_a_quoted_number_and_a_number_for_a_name_are_told_as_such(tmp_path):
    assert faults_of(tmp_path, 'schema: "1"\nname: 12\n') == [
        "flat.yaml:1:1 quoted_number schema",
        "flat.yaml:2:1 not_text name",
    ]


def test_the_place_of_a_value_that_is_set_is_the_setting(tmp_path):
    given = "calendar.days_off=/etc/passwd"
    assert faults_of(tmp_path, HEAD + UNITS, settings=[given]) == [
        f"--set {given} outside_tree"
    ]


def test_an_entry_lacking_a_key_hides_nothing_else_of_it(tmp_path):
    text = (
        "posts:\n"
        "  clerk: {unit: offise, hours: thirty, remark: x, excludes: [driverr]}\n"
        "  driver: {name: 司机, unit: office}\n"
        "work:\n"
        "  desk: {unit: office, post: clerk, priority: x, arrive: {per_year: 5},\n"
        "    steps: [{who: clerc, hours: {mean: 1, dist: gama}}, {whoo: clerk}]}\n"
    )
    assert [
        line.split(maxsplit=1)[1] for line in faults_of(tmp_path, HEAD + UNITS + text)
    ] == [
        "missing posts.clerk.name",
        "not_number posts.clerk.hours",
        "unknown_key posts.clerk.remark",
        "missing work.desk.name",
        "not_whole work.desk.priority",
        "unknown_choice_near work.desk.steps.0.hours.dist",
        "unknown_key_near work.desk.steps.1.whoo",
        "missing work.desk.steps.1.hours",
        "one_form work.desk",
        "unknown_reference_near posts.clerk.unit",
        "unknown_reference_near posts.clerk.excludes.0",
        "unknown_reference_near work.desk.steps.0.who.posts",
    ]


def test_a_misspelt_key_is_not_missing_as_well(tmp_path):
    text = (
        "posts: {clerk: {nmae: 文员, unit: office}}\n"
        "work: {desk: {name: 窗, unti: office, arive: {per_year: 5},\n"
        "  steps: [{who: clerk, hours: 1}]}}\n"
    )
    assert [line.split()[2] for line in faults_of(tmp_path, HEAD + UNITS + text)] == [
        "posts.clerk.nmae",
        "work.desk.unti",
        "work.desk.arive",
    ]


def test_a_formula_without_its_value_hides_no_other_fault_of_its_table(tmp_path):
    book = Workbook()
    for row in (
        ["编号", "岗位名称", "单位", "每周工时", "=层次"],
        ["clerk", "=B9", "office", "x", "一般岗位"],
        ["driver", "司机", "=B9", 9, "一般岗位"],
        ["=B9", "门卫", "offise", 9, "一般岗位"],
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "posts.xlsx")
    text = (
        HEAD + UNITS + "posts: {table: posts.xlsx}\n"
        "work: {desk: {name: 窗, unit: offise, arrive: {per_year: 5},\n"
        "  steps: [{who: guard, hours: 1}]}}\n"
    )
    assert [line.split()[-2:] for line in faults_of(tmp_path, text)] == [
        ["E1", "formula_without_value"],
        ["B2", "formula_without_value"],
        ["C3", "formula_without_value"],
        ["A4", "formula_without_value"],
        ["not_number", "posts.clerk.hours"],
        ["unknown_reference_near", "posts.#2.unit"],
        ["unknown_reference_near", "work.desk.unit"],
    ]


def test_rows_without_ids_and_a_table_without_a_column_of_them_are_read(tmp_path):
    posts = POSTS.replace("编号,", "") + "文员,office,x\n司机,offise,9\n"
    matters = "编号,事项名称,清单,责任单位\n,事,法定,offise\n"
    lines = faults_of(
        tmp_path,
        HEAD + UNITS + "posts: {table: posts.csv}\nmatters: {table: matters.csv}\n"
        "leader: clerk\n",
        posts_csv=posts,
        matters_csv=matters,
    )
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "posts.csv no_id_column",
        "matters.csv:2:1 row_without_id",
        "posts.csv:2:3 not_number",
        "posts.csv:3:2 unknown_reference_near",
        "matters.csv:2:4 unknown_reference_near",
    ]


def test_a_heading_that_nobody_knows_hides_no_key_that_has_its_column(tmp_path):
    lines = faults_of(
        tmp_path,
        HEAD + UNITS + "posts: {table: posts.csv}\n",
        posts_csv="编号,zzqq,单位\nclerk,文员,\ndriver,司机,offise\n",
    )
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "posts.csv:1:2 unknown_heading",
        "posts.csv:2:1 missing",
        "posts.csv:3:3 unknown_reference_near",
    ]


def test_faults_of_several_files_and_settings_come_together(tmp_path):
    lines = faults_of(
        tmp_path,
        "extends: town.yaml\nposts: {clerk: {hours: x\n",
        settings=["leader", "simulation.seed=x"],
        town_yaml=HEAD + UNITS + "posts: {table: gone.csv, rows: {clerk: {seats: x}}}\n"
        "calendar: {days_off: gone.csv, year: x}\n"
        "work: {desk: {name: 窗, unit: offise, arrive: {trace: gone.csv},\n"
        "  steps: [{who: clerk, hours: x}]}}\n",
    )
    assert [line.split()[-2:] for line in lines if "flat.yaml" not in line] == [
        ["town.yaml:4:16", "no_such_table"],
        ["town.yaml:5:22", "no_such_table"],
        ["town.yaml:6:54", "no_such_table"],
        ["leader", "bad_setting"],
        ["not_whole", "calendar.year"],
        ["not_whole", "posts.clerk.seats"],
        ["not_a_duration", "work.desk.steps.0.hours"],
        ["not_whole", "simulation.seed"],
    ]
    assert [line for line in lines if "flat.yaml" in line] == ["flat.yaml:3:1 not_yaml"]


def test_a_key_that_stands_twice_hides_nothing(tmp_path):
    text = "units: {office: {name: 办, name: 室}}\nposts: {clerk: {unit: offise}}\n"
    assert [line.split()[1] for line in faults_of(tmp_path, HEAD + text)] == [
        "duplicate_key",
        "missing",
        "unknown_reference_near",
    ]


def test_the_entries_of_a_misspelt_section_are_checked_as_its_own(tmp_path):
    text = f"pepole: {{p1: {PERSON.replace('sex: f', 'sex: x')}}}\n"
    text += "scores: [{person: p1, post: clerk}]\n"
    assert [line.split()[1] for line in faults_of(tmp_path, HEAD + UNITS + text)] == [
        "unknown_key_near",
        "unknown_choice",
    ]


def test_an_id_within_its_entry_hides_no_other_entry(tmp_path):
    text = f"people: {{p1: {PERSON[:-1]}, id: p9}}, p2: {{name: 乙, sex: x}}}}\n"
    told = {line.split()[2] for line in faults_of(tmp_path, HEAD + UNITS + text)}
    assert {"people.p1.id", "people.p2.sex", "people.p2.born"} <= told


def test_every_place_of_the_language_that_can_be_mended_has_a_stand_in():
    for section in ("people", "modules", "units", "posts", "matters"):
        assert stand_in((section, "x")) is not None
    for where in (
        ("work", "x", "arrive"),
        ("work", "x", "steps", 0),
        ("work", "x", "steps", 3, "joint", 1),
        ("posts", "x", "season"),
        ("careers", "flows", "recruit_age"),
    ):
        assert stand_in(where) is not None


COUNTY = (
    "units: {office: {name: 党政办, town: 柑岭镇},"
    " next: {name: 综合办, town: 竹溪镇}}\n"
)
OPEN = PERSON.replace("2003-08}", "2003-08, transfers: [柑岭镇, 竹西镇]}")


def test_a_town_to_be_transferred_to_is_that_of_a_unit(tmp_path):
    assert faults_of(tmp_path, f"{HEAD}{COUNTY}people: {{p1: {OPEN}}}\n") == [
        "flat.yaml:4:106 unknown_reference_near people.p1.transfers.1"
    ]


def test_faults_of_a_county_are_told_once_each(tmp_path):
    text = (
        COUNTY.replace("{name: 综合办, ", "{kind: offise, ")
        + f"people:\n  p1: {OPEN.replace('柑岭镇', '5').replace('sex: f', 'sex: x')}\n"
        + f"  p2: {PERSON.replace('2003-08}', '2003-08, establishment: offise}')}\n"
        + "posts: {clerk: {name: 文员, unit: nextt}}\n"
    )
    assert [line.split()[1:] for line in faults_of(tmp_path, HEAD + text)] == [
        ["unknown_choice", "people.p1.sex"],
        ["not_text", "people.p1.transfers.0"],
        ["missing", "units.next.name"],
        ["unknown_choice_near", "units.next.kind"],
        ["unknown_reference_near", "posts.clerk.unit"],
        ["unknown_reference_near", "people.p1.transfers.1"],
        ["unknown_reference_near", "people.p2.establishment"],
    ]


@pytest.mark.parametrize(
    "units",
    [
        "units: {office: {name: 党政办, twon: 竹西镇}}",
        "units: {office: {name: 党政办, 乡镇: 竹西镇}}",
        "units: {office: {name: 党政办, town: [竹西镇]}}",
        "units: {office: {name: 党政办, town: 柑岭镇}, next: 竹西镇}",
        "units: [office]",
        "unts: {office: {name: 党政办, town: 竹西镇}}",
        "units: {table: gone.csv}",
    ],
)
def test_no_town_is_called_missing_while_that_of_a_unit_is_not_known(units, tmp_path):
    text = f"{HEAD}{units}\npeople: {{p1: {OPEN.replace('柑岭镇, ', '')}}}\n"
    (line,) = faults_of(tmp_path, text)
    assert "unknown_reference" not in line


def test_rows_without_ids_name_their_towns_as_well(tmp_path):
    lines = faults_of(
        tmp_path,
        f"{HEAD}units: {{table: units.csv}}\npeople: {{p1: {OPEN}}}\n",
        units_csv="编号,名称,所属乡镇\noffice,党政办,柑岭镇\n,综合办,竹溪镇\n",
    )
    assert [line.split()[1:] for line in lines] == [
        ["row_without_id"],
        ["unknown_reference_near", "people.p1.transfers.1"],
    ]


SOMEBODY = "name: 甲, identity: contract, sex: f, born: 1990-01, joined: 2015-01"


def test_a_wrong_item_of_a_list_of_ids_is_told_once(tmp_path):
    text = (
        HEAD
        + "units:\n  hall: {name: 大厅, kind: office, absorbs: [[1]]}\n"
        + "posts: {window: {name: 窗口, unit: hall, excludes: [{a: 1}]}}\n"
        + f"people: {{ann: {{{SOMEBODY}, kin: [[2], anna]}}}}\n"
    )
    assert [line.split()[1:] for line in faults_of(tmp_path, text)] == [
        ["not_text", "people.ann.kin.0"],
        ["not_text", "units.hall.absorbs.0"],
        ["not_text", "posts.window.excludes.0"],
        ["unknown_reference_near", "people.ann.kin.1"],
    ]


def test_the_rungs_of_a_ladder_that_stands_twice_are_all_known(tmp_path):
    text = (
        HEAD
        + f"people:\n  ann: {{{SOMEBODY}, rank: senior}}\n"
        + f"  bob: {{{SOMEBODY}, rank: seniour}}\n"
        + "ladders:\n  ranks: {name: 职级, identity: contract,\n"
        + "    rungs: {low: {name: 初, years: 2}}}\n"
        + "  ranks: {name: 职级, identity: contract,\n"
        + "    rungs: {senior: {name: 高, years: 2}}}\n"
    )
    assert [line.split()[1:] for line in faults_of(tmp_path, text)] == [
        ["duplicate_key", "ranks"],
        ["unknown_reference_near", "people.bob.rank"],
    ]


def test_the_town_of_a_unit_that_stands_twice_is_known(tmp_path):
    text = (
        HEAD
        + "units:\n  hall: {name: 大厅, kind: office}\n"
        + "  hall: {name: 大厅, kind: office, town: east}\n"
        + f"people: {{ann: {{{SOMEBODY}, transfers: [east]}}}}\n"
    )
    assert [line.split()[1:] for line in faults_of(tmp_path, text)] == [
        ["duplicate_key", "hall"]
    ]
