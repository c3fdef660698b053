"""The same events on every processor and Python, and light processes to play them."""

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from scenarios import Plan
from simulation.replicate import _block, _processes
from tests.simulation.golden import digests, golden
from tests.simulation.test_replicate import busy_town

RENEW = "if the play was changed on purpose: python -m tests.simulation.golden write"


def test_this_python_and_this_processor_come_to_the_events_that_are_kept():
    assert digests() == golden(), RENEW


def test_a_processor_without_vector_instructions_comes_to_the_same_events():
    found = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    if not found:
        pytest.skip("this numpy has nothing to switch off here")
    done = subprocess.run(
        [sys.executable, "-m", "tests.simulation.golden"],
        env={**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(found)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == golden(), RENEW


def test_a_worker_loads_neither_the_solver_nor_tables_nor_charts():
    town = busy_town()
    with _processes(1) as worker:
        worker.submit(_block, town, Plan.today(town), 1, range(1)).result()
        loaded = worker.submit(eval, "[*__import__('sys').modules]").result()
    assert "simulation.play" in loaded
    assert not {"ortools", "pandas", "matplotlib", "openpyxl", "bianping"} & {*loaded}
