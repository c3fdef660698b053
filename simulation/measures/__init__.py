"""Measuring the year: from the log to values, each measure from the log alone."""

from collections.abc import Callable, Iterator

from scenarios import Plan, Town
from simulation.log import Log
from simulation.measures.clashes import clash_measures
from simulation.measures.ledger import Ledger
from simulation.measures.overtime import overtime_measures
from simulation.measures.people import people_measures
from simulation.measures.pieces import piece_measures
from simulation.measures.refusals import refusal_measures
from simulation.measures.spans import span_measures
from simulation.measures.times import time_measures
from simulation.measures.waits import wait_measures
from simulation.summary import Key

__all__ = ["MEASURES", "measure"]

MEASURES: tuple[Callable[[Ledger], Iterator[tuple[Key, float]]], ...] = (
    piece_measures,
    time_measures,
    wait_measures,
    clash_measures,
    people_measures,
    overtime_measures,
    refusal_measures,
    span_measures,
)
"""What is measured, in reading order; a page of the docs says what each means."""


def measure(town: Town, plan: Plan, log: Log) -> dict[Key, float]:
    """Measure a year that was played.

    Parameters
    ----------
    town, plan
        What was played.
    log
        How it went.

    Returns
    -------
    dict
        Each measure by its name and what it is of; not-a-number where there was no
        case to measure. The keys hang on the town alone, never on what happened.
    """
    ledger = Ledger(town, plan, log)
    return {key: value for part in MEASURES for key, value in part(ledger)}
