"""The same events on every processor and Python, and light processes to play them."""

import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from scenarios import Plan
from simulation.replicate import one_year
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


def loaded_after(year):
    """What a process has loaded once it played a year; called in that process."""
    one_year(*year)
    return sorted(sys.modules)


def test_a_worker_loads_neither_the_solver_nor_tables_nor_charts():
    town = busy_town()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        year = (town, Plan.today(town), 1, 0)
        loaded = processes.submit(loaded_after, year).result()
    assert "simulation.play" in loaded
    assert not {"ortools", "pandas", "matplotlib", "openpyxl", "pyarrow"} & {*loaded}
