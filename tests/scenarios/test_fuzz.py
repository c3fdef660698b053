"""Whatever a file holds, reading it gives a town or faults: nothing else, and soon."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

import scenarios
from tests.scenarios.fuzzing.documents import TEXTS
from tests.scenarios.fuzzing.documents import scenarios as documents
from tests.scenarios.fuzzing.mutations import broken
from tests.scenarios.fuzzing.property import holds
from tests.scenarios.fuzzing.tables import (
    SECTIONS,
    csv_files,
    repacked,
    scenario,
    workbooks,
)

GANLING = Path(scenarios.__file__).parent / "ganling"
YAMLS = [file.read_bytes() for file in sorted(GANLING.glob("*.yaml"))]
CSVS = [
    b"\n".join(file.read_bytes().splitlines()[:20]) for file in GANLING.glob("*.csv")
]
ROSTER = [
    ["编号", "姓名", "身份", "性别", "出生年月", "参加工作时间"],
    ["p1", "甲", "公务员", "男", "1979-04", "2003-08"],
]


def _workbook():
    book = Workbook()
    for row in ROSTER:
        book.worksheets[0].append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


WORKBOOK = _workbook()
BASES = {"b.yaml": b"schema: 1\nname: b\n", "t.csv": CSVS[0]}

yamls = st.one_of(st.binary(max_size=80), broken(YAMLS), documents()).map(
    lambda content: BASES | {"flat.yaml": content}
)
csvs = st.sampled_from([*SECTIONS]).flatmap(
    lambda section: st.one_of(csv_files(section), broken(CSVS)).map(
        lambda content: {"flat.yaml": scenario(section, "t.csv"), "t.csv": content}
    )
)
sheets = st.sampled_from([*SECTIONS]).flatmap(
    lambda section: st.one_of(
        workbooks(section), repacked(WORKBOOK), broken(WORKBOOK), st.binary(max_size=80)
    ).map(lambda content: {"flat.yaml": scenario(section, "t.xlsx"), "t.xlsx": content})
)
KINDS = {"yaml": yamls, "csv": csvs, "xlsx": sheets}
SHORT, LONG = 60, 4000


def fuzz(files, examples):
    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=examples == SHORT,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(files)
    def property_holds(made):
        holds(made)

    property_holds()


@pytest.mark.parametrize("kind", KINDS)
def test_broken_files_give_faults_and_nothing_else(kind):
    fuzz(KINDS[kind], SHORT)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_thousands_of_broken_files_give_faults_and_nothing_else(kind):
    fuzz(KINDS[kind], LONG)


@given(st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=9)), max_size=3))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_broken_settings_give_faults_and_nothing_else(texts):
    holds(BASES | {"flat.yaml": BASES["b.yaml"]}, [f"{one}={one}" for one in texts])
