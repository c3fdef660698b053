"""What careers promise to the rest: a name for every measure, and light workers."""

import subprocess
import sys

import pytest

from bianping.words import catalogue
from simulation.careers import draw_careers, measure_careers, play_careers
from tests.simulation.careers.towns import reform
from tests.towns import plan


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_measure_and_every_group_has_a_name(lang):
    design = reform("dual")
    luck = draw_careers(design, seed=1, replication=0)
    found = measure_careers(design, play_careers(design, plan(), luck))
    texts = catalogue(lang).texts
    for measure, of in found:
        for part in ("name", "unit", "meaning"):
            assert f"measures.{measure}.{part}" in texts
        kind, _, name = of.partition(":")
        if kind in {"cohort", "seat"}:
            assert f"{kind}s.{name}" in texts


def test_a_worker_loads_neither_the_solver_nor_the_charts():
    code = """
import sys
import simulation.careers.replicate
heavy = {"ortools", "pandas", "matplotlib", "networkx"} & set(sys.modules)
sys.exit(f"loaded: {heavy}" if heavy else 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
