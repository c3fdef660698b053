"""What a chart is drawn from: a design, its plan, and what was measured."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios import Plan, Town
from simulation.summary import Key, Measure


@dataclass(frozen=True, slots=True)
class Study:
    """One design as it was studied.

    Parameters
    ----------
    town
        The design.
    plan
        Who holds what in it.
    measures
        Means with half-widths, by measure and by what they are of.
    """

    town: Town
    plan: Plan
    measures: Mapping[Key, Measure]
