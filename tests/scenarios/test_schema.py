import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scenarios.reading.nodes import value_of
from scenarios.reading.yaml_nodes import parse_yaml
from scenarios.schema import scenario_schema

ROOT = Path(__file__).parents[2]
DEMO = sorted((ROOT / "scenarios" / "ganling").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.yaml"))
README = (ROOT / "README.md").read_text(encoding="utf-8")

VALIDATOR = Draft202012Validator(scenario_schema())


def complaints(text):
    return [
        one.message
        for one in VALIDATOR.iter_errors(value_of(parse_yaml(text, "").root))
    ]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(scenario_schema())


@pytest.mark.parametrize("file", [*DEMO, *EXAMPLES], ids=lambda file: file.stem)
def test_every_file_of_demo_and_docs_is_valid(file):
    assert complaints(file.read_text(encoding="utf-8")) == []


def test_the_smallest_example_is_valid():
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert complaints(example) == []


@pytest.mark.parametrize(
    "text",
    [
        "extends: town.yaml\nposts: {clerk: null, chair: {full_time: no, unit: null}}",
        "people: {table: roster.xlsx, rows: {p1: {hours: 20}, p2: null}}",
        "scores: {table: scores.csv, only: true}",
        "goals: {mode: weighted, weights: {seats: 5}}",
        "calendar: {days_off: days.csv, day_starts: 08:30}",
        "posts: {clerk: {season: 1 1 1 1 1 1 1 1 1 1 1 2}}",
        "work: {a: {steps: [{who: {unit: hall}, hours: {dist: gamma, mean: 2}}]}}",
        "work: {a: {campaign: {who: [clerk]}}}",
    ],
)
def test_what_may_be_written_is_valid(text):
    assert complaints(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "posts: {clerk: {seets: 2}}",
        "posts: {clerk: {seats: -1}}",
        "posts: {clerk: {seats: two}}",
        "posts: {clerk: {grade: cheif}}",
        "posts: {clerk: {season: [1, 2, 3]}}",
        "posts: [{name: 文员}]",
        "people: {p1: {born: 1979.04}}",
        "people: {table: roster.xlsx, shete: 花名册}",
        "work: {a: {steps: [{who: clerk}]}}",
        "work: {a: {steps: [{who: clerk, joint: [a, b], hours: 1}]}}",
        "scores: [{person: p1}]",
        "goals: [beauty]",
        "summary: {zh: 人大主席牵头, 纪委书记专职, en: Half of the Chinese is a key}",
        "id: mine",
        "people: {p1: {id: p1}}",
    ],
)
def test_typical_faults_are_not_valid(text):
    assert complaints(text)


def test_keys_carry_their_meaning_and_their_chinese_heading():
    born = scenario_schema()["$defs"]["Person"]["properties"]["born"]
    assert (born["title"], born["description"]) == ("出生年月", "Month of birth.")
