"""A new duty is laid over a scenario as a difference, below the settings."""

import pytest

from scenarios.load import Reading, load
from scenarios.reading.faults import FaultyScenarioError
from tests.scenarios.files import HEAD

TOWN = HEAD + "units: {hall: {name: 厅}, farm: {name: 农, absorbs: [hall]}}\n"
DUTY = "matters: {fire: {name: 火, list: delegated, unit: hall}}\n"


def laid_over(folder, duty, settings=(), **others):
    """Load a town with a duty; other files (``table_csv=…``) stand beside the duty."""
    (folder / "flat.yaml").write_text(TOWN, encoding="utf-8")
    apart = folder / "duties"
    apart.mkdir()
    (apart / "duty.yaml").write_text(duty, encoding="utf-8")
    for name, content in others.items():
        stem, _, ending = name.rpartition("_")
        (apart / f"{stem}.{ending}").write_text(content, encoding="utf-8")
    how = Reading(settings, duty=apart / "duty.yaml")
    return load(folder / "flat.yaml", how)


def test_a_duty_brings_its_matters_to_the_unit_that_took_theirs_over(tmp_path):
    town = laid_over(tmp_path, DUTY)
    assert town.id == "flat"
    assert town.matters["fire"].unit == "farm"


def test_settings_go_before_the_duty(tmp_path):
    town = laid_over(tmp_path, DUTY, ["matters.fire.officers=3"])
    assert town.matters["fire"].officers == 3


def test_tables_stand_beside_the_duty(tmp_path):
    table = "编号,事项名称,清单,责任单位\nfire,火,赋权,hall\n"
    town = laid_over(tmp_path, "matters: {table: list.csv}\n", list_csv=table)
    assert town.matters["fire"].name.zh == "火"


@pytest.mark.parametrize(
    ("duty", "fault"),
    [
        ("rules: {}\n", "duty.yaml:1:1 unknown_key"),
        ("matter: {}\n", "duty.yaml:1:1 unknown_key_near"),
        ("extends: ../flat.yaml\n", "duty.yaml:1:1 unknown_key"),
        ("matters: {table: ../../list.csv}\n", "duty.yaml:1:18 outside_tree"),
        ("matters: {none: null}\n", "duty.yaml:1:11 nothing_to_remove"),
    ],
)
def test_a_fault_of_a_duty_has_its_place(tmp_path, duty, fault):
    with pytest.raises(FaultyScenarioError) as told:
        laid_over(tmp_path, duty)
    assert [f"{one.place} {one.key}" for one in told.value.faults] == [fault]
