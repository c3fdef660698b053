"""Streams of work that stand in a spreadsheet."""

from scenarios.language.steps import ApproveStep, CountyStep, JointStep, WorkStep
from tests.scenarios.files import faults_of, read

TOWN = """schema: 1
name: 小镇
leader: clerk
units: {hall: {name: 大厅, in_charge: clerk}}
posts: {clerk: {name: 文员, unit: hall}, vet: {name: 兽医, unit: hall}}
work: {table: work.csv}
"""
HEAD = "编号,名称,单位,年件数,办理岗位,每件工时,每件工时离散,联合到场岗位,联合到场工时,"
HEAD += "审批到,审批工时,县级办理天数\n"


def test_a_row_says_all_the_steps_that_work_commonly_has(tmp_path):
    row = "house,建房,hall,60,clerk、vet,2,0.5,clerk、vet,3,分管领导,0.2,15\n"
    stream = read(tmp_path, TOWN, work_csv=HEAD + row).work["house"]
    work, joint, approve, county = stream.steps
    assert isinstance(work, WorkStep)
    assert work.who.posts == ("clerk", "vet")
    assert (work.hours.mean, work.hours.spread) == (2, 0.5)
    assert isinstance(joint, JointStep)
    assert joint.joint == ("clerk", "vet")
    assert joint.hours.dist == "fixed"
    assert isinstance(approve, ApproveStep)
    assert approve.layer == "in_charge"
    assert isinstance(county, CountyStep)
    assert county.wait_days.mean == 15


def test_other_forms_of_work_are_rows_too(tmp_path):
    text = (
        "编号,名称,单位,周期,周期内日期,办理单位,办理人数,每件工时,值守岗位,值守人数,"
        "突击开始,突击结束,突击人数,突击每日小时\n"
        "report,月报,hall,每月,25,hall,2,4,,,,,,\n"
        "window,窗口,hall,,,,,,clerk,1,,,,\n"
        "flood,防汛,hall,,,,,,,,06-01,09-30,5,6\n"
    )
    work = read(tmp_path, TOWN, work_csv=text).work
    assert work["report"].arrive is not None
    assert work["report"].arrive.on == 25
    (step,) = work["report"].steps
    assert isinstance(step, WorkStep)
    assert (step.who.unit, step.who.count) == ("hall", 2)
    assert work["window"].coverage is not None
    assert work["flood"].campaign is not None
    assert work["flood"].campaign.from_ == (6, 1)


def test_faults_in_a_step_name_its_cell(tmp_path):
    row = "house,建房,hall,60,clerq,二,,,,,,\n"
    assert faults_of(tmp_path, TOWN, work_csv=HEAD + row) == [
        "work.csv:2:6 not_number work.house.steps.0.hours.mean",
        "work.csv:2:5 unknown_reference_near work.house.steps.0.who.posts",
    ]
    row = "house,建房,hall,60,clerq,2,,,,,,\n"
    assert faults_of(tmp_path, TOWN, work_csv=HEAD + row) == [
        "work.csv:2:5 unknown_reference_near work.house.steps.0.who.posts"
    ]


def test_hours_that_nobody_does_are_a_fault(tmp_path):
    row = "house,建房,hall,60,,2,,,,,,\n"
    assert faults_of(tmp_path, TOWN, work_csv=HEAD + row) == [
        "work.csv:2:6 kind_of_step work.house.steps.0"
    ]


def test_the_record_of_arrivals_that_a_row_names_is_looked_for(tmp_path):
    text = (
        "编号,名称,单位,来件记录,办理岗位,每件工时\nhouse,建房,hall,log.csv,clerk,2\n"
    )
    assert faults_of(tmp_path, TOWN, work_csv=text) == ["work.csv:2:4 no_such_table"]
    stream = read(tmp_path, TOWN, work_csv=text, log_csv="at\n1\n").work["house"]
    assert stream.arrive is not None
    assert stream.arrive.trace == str(tmp_path / "log.csv")
