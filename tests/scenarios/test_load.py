import pytest

from scenarios.load import Reading, load
from tests.scenarios.files import HEAD, faults_of, read

UNITS = "units: {office: {name: 办}}\n"
CLERK = "posts: {clerk: {name: 文员, unit: office, seats: 2}}\n"


def test_a_difference_changes_what_it_names_and_leaves_the_rest(tmp_path):
    town = read(
        tmp_path,
        "extends: town.yaml\nname: 新\nposts: {clerk: {seats: 3}, driver: null}\n",
        town_yaml=HEAD
        + UNITS
        + "posts: {clerk: {name: 文员, unit: office, hours: 9},\n"
        "  driver: {name: 司机, unit: office}}\n",
    )
    assert [*town.posts] == ["clerk"]
    assert (town.posts["clerk"].seats, town.posts["clerk"].hours) == (3, 9)
    assert town.name.en == "新"


def test_every_fault_of_a_file_is_reported_with_its_place(tmp_path):
    assert faults_of(
        tmp_path,
        HEAD + UNITS + "posts:\n  clerk: {name: 文员, unit: offic, seets: 2}\n"
        "  driver: {unit: office, seats: -1}\n",
    ) == [
        "flat.yaml:5:34 unknown_key_near posts.clerk.seets",
        "flat.yaml:6:3 missing posts.driver.name",
        "flat.yaml:6:26 at_least posts.driver.seats",
        "flat.yaml:5:21 unknown_reference_near posts.clerk.unit",
    ]


def test_a_name_that_leads_nowhere_is_a_fault_with_the_nearest_known(tmp_path):
    assert faults_of(
        tmp_path, HEAD + UNITS + "posts: {clerk: {name: 文员, unit: offic}}\n"
    ) == ["flat.yaml:4:27 unknown_reference_near posts.clerk.unit"]


def test_posts_and_units_that_rules_name_exist(tmp_path):
    rules = (
        "rules:\n  backup: {within: unit, exempt: [clark]}\n"
        "  identity: {units: {hall: {least: {civil_servant: 0.5}}}}\n"
    )
    assert faults_of(tmp_path, HEAD + UNITS + CLERK + rules) == [
        "flat.yaml:6:26 unknown_reference_near rules.backup.exempt",
        "flat.yaml:7:22 unknown_reference rules.identity.units.hall",
    ]


def test_a_setting_goes_before_every_file(tmp_path):
    lines = faults_of(tmp_path, HEAD + UNITS + CLERK, settings=["posts.clerk.seats=x"])
    assert lines == ["--set posts.clerk.seats=x not_whole posts.clerk.seats"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + "name: again\n", "flat.yaml:3:1 duplicate_key name"),
        ("a: !!python/object:os.system x\n", "flat.yaml:1:4 tag"),
        ("a: [1, 2\n", "flat.yaml:2:1 not_yaml"),
        ("name\uff1a小镇\n", "flat.yaml:1:1 full_width_colon"),
        ("schema: 1\nname\uff1a小镇\nposts: {}\n", "flat.yaml:2 full_width_colon"),
        ("a: " + "[" * 40 + "]" * 40 + "\n", "flat.yaml:1:33 too_deep"),
        ("extends: flat.yaml\n", "flat.yaml:1:10 circle extends"),
        ("extends: ../x.yaml\n", "flat.yaml:1:10 outside_tree"),
        ("extends: gone.yaml\n", "flat.yaml:1:10 no_such_base extends"),
        (HEAD + "people: {table: gone.csv}\n", "flat.yaml:3:17 no_such_table"),
        (
            HEAD + "simulation: {sead: null}\n",
            "flat.yaml:3:14 unknown_key_near simulation.sead",
        ),
        (HEAD + "extnds: null\n", "flat.yaml:3:1 unknown_key_near extnds"),
        (
            HEAD + "summary: {zh: 主席牵头, 书记专职, en: A key in Chinese}\n",
            "flat.yaml:3:21 cut_by_comma summary",
        ),
    ],
)
def test_what_no_scenario_may_hold(tmp_path, text, line):
    assert faults_of(tmp_path, text) == [line]


def test_an_alias_bomb_is_refused(tmp_path):
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
    )
    (line,) = faults_of(tmp_path, bomb)
    assert "too_many_values" in line


def test_plain_scalars_are_those_of_yaml_1_2(tmp_path):
    town = read(
        tmp_path,
        HEAD + UNITS + "posts: {clerk: {name: on, unit: office, full_time: no}}\n"
        "calendar: {day_starts: 08:30}\n",
    )
    assert town.posts["clerk"].name.zh == "on"
    assert town.posts["clerk"].full_time == "no"
    assert town.calendar.day_starts.minute == 30


def test_what_a_unit_absorbs_moves_with_its_posts_and_its_titles_lapse(tmp_path):
    town = read(
        tmp_path,
        HEAD + "units:\n"
        "  old: {name: 旧, titles: {mid_chief: 1}}\n"
        "  kept: {name: 留, operates: false, titles: {mid_chief: 1}}\n"
        "  new: {name: 新, absorbs: [old, kept]}\n"
        "posts: {clerk: {name: 文员, unit: old}, driver: {name: 司机, unit: kept}}\n"
        "matters: {m1: {name: 事, list: statutory, unit: old}}\n"
        "work: {desk: {name: 窗, unit: old, arrive: {per_year: 5},\n"
        "  steps: [{who: {unit: kept}, hours: 1}]}}\n",
    )
    assert [*town.units] == ["kept", "new"]
    assert {post.unit for post in town.posts.values()} == {"new"}
    assert town.matters["m1"].unit == town.work["desk"].unit == "new"
    (step,) = town.work["desk"].steps
    assert step.who.unit == "new"


def test_a_unit_can_be_taken_over_once_only(tmp_path):
    lines = faults_of(
        tmp_path,
        HEAD + "units:\n  a: {name: a}\n  b: {name: b, absorbs: [a]}\n"
        "  c: {name: c, absorbs: [a]}\n"
        "  d: {name: d, absorbs: [e]}\n  e: {name: e, absorbs: [d]}\n",
    )
    assert [line.split()[1] for line in lines] == [
        "absorbed_twice",
        "absorbed_in_circle",
        "absorbed_in_circle",
    ]


def test_steps_are_told_by_their_key(tmp_path):
    lines = faults_of(
        tmp_path,
        HEAD + UNITS + CLERK + "work: {desk: {name: 窗, unit: office,\n"
        "  arrive: {per_year: 5, every: month},\n"
        "  steps: [{who: clerc, hours: 1}, {hours: 2}, {who: clerk, hours: x}]}}\n",
    )
    assert lines == [
        "flat.yaml:6:3 one_form work.desk.arrive",
        "flat.yaml:7:35 kind_of_step work.desk.steps.1",
        "flat.yaml:7:60 not_a_duration work.desk.steps.2.hours",
        "flat.yaml:7:12 unknown_reference_near work.desk.steps.0.who.posts",
    ]


def test_an_id_that_is_not_there_cannot_be_removed(tmp_path):
    assert faults_of(
        tmp_path,
        "extends: town.yaml\nposts: {clerc: null, clerk: {season: null}}\n",
        town_yaml=HEAD + UNITS + CLERK,
    ) == ["flat.yaml:2:9 nothing_to_remove_near posts.clerc"]


def test_faults_of_all_files_of_a_chain_are_reported_together(tmp_path):
    assert faults_of(
        tmp_path,
        "extends: town.yaml\nposts: {table: posts.csv}\ncalendar: {yeer: 2026}\n",
        posts_csv="编号,岗位名,单位\nclerk,文员,office\n",
        town_yaml=HEAD + "people: {table: gone.csv}\n",
    ) == [
        "town.yaml:3:17 no_such_table",
        "posts.csv:1:2 unknown_heading_near",
        "flat.yaml:3:12 unknown_key_near calendar.yeer",
        "posts.csv:2:3 unknown_reference posts.clerk.unit",
    ]


def test_a_setting_may_name_a_table(tmp_path):
    read(tmp_path, HEAD + UNITS, posts_csv="编号,岗位名称,单位\nclerk,文员,office\n")
    settings = Reading(["posts.table=posts.csv"])
    town = load(tmp_path / "flat.yaml", settings)
    assert town.posts["clerk"].hours == 20


@pytest.mark.parametrize("number", [".inf", "inf", "nan", ".nan", "1e999"])
def test_what_is_no_finite_number_is_refused(tmp_path, number):
    (line,) = faults_of(
        tmp_path,
        HEAD
        + UNITS
        + f"posts: {{clerk: {{name: 文员, unit: office, hours: {number}}}}}\n",
    )
    assert line.endswith("not_number posts.clerk.hours")


def test_a_mean_alone_spreads_as_usual_and_other_shapes_keep_their_own_parts(tmp_path):
    steps = "[{county: true, wait_days: {mean: 15}}]"
    stream = f"name: w, unit: office, arrive: {{per_year: 1}}, steps: {steps}"
    work = f"work: {{w: {{{stream}}}}}\n"
    (step,) = read(tmp_path, HEAD + UNITS + work).work["w"].steps
    assert (step.wait_days.dist, step.wait_days.spread) == ("lognormal", 0.5)
    exponential = work.replace("{mean: 15}", "{dist: exponential, mean: 15}")
    (step,) = read(tmp_path, HEAD + UNITS + exponential).work["w"].steps
    assert step.wait_days.spread is None
    without_mean = work.replace("{mean: 15}", "{spread: 1}")
    (line,) = faults_of(tmp_path, HEAD + UNITS + without_mean)
    assert "duration_parts" in line


def test_only_what_comes_at_a_rate_may_come_at_any_time(tmp_path):
    steps = "[{county: true, wait_days: {mean: 15}}]"
    stream = (
        f"name: w, unit: office, arrive: {{ARRIVE, any_time: true}}, steps: {steps}"
    )
    work = f"work: {{w: {{{stream}}}}}\n"
    for rate in ("per_year: 6", "per_hour: 0.1"):
        assert read(tmp_path, HEAD + UNITS + work.replace("ARRIVE", rate)).work
    (line,) = faults_of(tmp_path, HEAD + UNITS + work.replace("ARRIVE", "every: month"))
    assert line.endswith("any_time_rate work.w.arrive")
