"""One run tells each of some faults planted anywhere, and nothing else."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scenarios
from scenarios.load import load
from scenarios.reading.chain import read_chain
from scenarios.reading.faults import FaultyScenarioError
from scenarios.reading.files import Folder
from scenarios.reading.nodes import value_of
from tests.bianping.towns import SMALL
from tests.scenarios.planting import planted

GANLING = Path(scenarios.__file__).parent / "ganling"
MORE = """matters:
  m1: {name: 事, list: statutory, unit: hall}
  m2: {name: 物, list: basic, unit: farm}
ladders:
  ranks: {name: 职级, identity: civil_servant, rungs: {first: {name: 一, years: 2}}}
"""


def whole(path):
    """Return what a scenario says, its tables and its bases in their places."""
    said = json.loads(json.dumps(value_of(read_chain(path, Folder(path.parent)).root)))
    return said | {"scores": said.get("scores", {}).get("rows", [])}


def small():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.yaml"
        path.write_text(SMALL + MORE, encoding="utf-8")
        return whole(path)


def paths_told(town):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.yaml"
        path.write_text(json.dumps(town, ensure_ascii=False), encoding="utf-8")
        try:
            load(path)
        except FaultyScenarioError as error:
            return sorted(one.path for one in error.faults)
    return []


@pytest.mark.parametrize(
    ("sound", "examples"), [(small(), 150), (whole(GANLING / "flat.yaml"), 12)]
)
def test_each_of_the_planted_faults_is_told_in_one_run_and_nothing_else(
    sound, examples
):
    assert paths_told(sound) == []

    @given(st.data())
    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    def told(data):
        made = data.draw(planted(sound, most=8))
        assert paths_told(made.town) == made.told

    told()
