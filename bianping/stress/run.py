"""One year of a scenario, and what it took."""

import platform
import time
from dataclasses import dataclass

from scenarios import Plan, Town
from simulation.draw import draw_year
from simulation.measures import measure
from simulation.measures.checks import Checks, check
from simulation.play import play
from simulation.play.kernel import without_collection


@dataclass(frozen=True, slots=True)
class Run:
    """What a year came to.

    Parameters
    ----------
    rows
        Rows of its log.
    seconds
        Processor time to draw, play, measure and check it.
    machine
        The kind of processor.
    measures
        Names of what was measured.
    checks
        What was checked.
    """

    rows: int
    seconds: float
    machine: str
    measures: frozenset[str]
    checks: Checks


def one_run(town: Town, plan: Plan) -> Run:
    """Play the first year of a scenario under a plan."""
    begun = time.process_time()
    with without_collection():
        year = draw_year(town, seed=town.simulation.seed, replication=0)
        log = play(town, plan, year)
        values = measure(town, plan, log)
        checks = check(log)
    seconds = time.process_time() - begun
    names = frozenset(name for name, _ in values)
    return Run(len(log), seconds, platform.machine(), names, checks)
