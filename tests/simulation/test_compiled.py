"""The play as `make fast` compiles it comes to the same events."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.golden import golden

ROOT = Path(__file__).parents[2]

SCRIPT = """
from simulation.careers import play
from simulation.compiled import is_compiled
from tests.simulation.golden import main
assert is_compiled()
assert not play.__file__.endswith(".py")
main()
"""


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    """Return a folder into which the product was installed compiled."""
    if shutil.which(os.environ.get("CC", "cc")) is None:
        pytest.skip("there is no C compiler here")
    place = tmp_path_factory.mktemp("compiled")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--target", str(place)]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, str(ROOT)],
        env={**os.environ, "HATCH_BUILD_HOOK_ENABLE_CUSTOM": "1"},
        check=True,
    )
    return place


def test_the_compiled_play_comes_to_the_events_that_are_kept(compiled):
    done = subprocess.run(
        [sys.executable, "-P", "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(compiled), str(ROOT)])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == golden()
