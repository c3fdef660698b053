"""Every fault in one run, and no fault that is only the shadow of another."""

from tests.scenarios.files import HEAD, faults_of

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
