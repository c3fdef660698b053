"""What a report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from plots import Study
from plots.chart import Differences
from scenarios import Assignment, Town

Status = Literal["optimal", "feasible", "impossible", "undecided", "today"]
"""How a design's plan came about: ``today`` is the roster's, not the solver's."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a goal was reached.

    Parameters
    ----------
    goal
        The goal's name as the reader shall see it.
    value
        What the plan comes to.
    bound
        No plan can be better than this, with what was reached before.
    """

    goal: str
    value: float
    bound: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of staffing a design. All texts are as the reader shall see them.

    Parameters
    ----------
    status
        How the plan came about, or why there is none.
    steps
        The goals in order of importance.
    reasons
        Why each is where they are.
    breaches
        What the plan breaks of the rules: today's staffing may.
    conflict
        Demands that can't hold together, where no plan exists.
    """

    status: Status
    steps: tuple[Step, ...] = ()
    reasons: Mapping[Assignment, str] = field(default_factory=dict)
    breaches: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Several designs, studied on the same drawn years.

    Parameters
    ----------
    studies
        The designs that have a plan, in the order given; the first is the base.
    differences
        Paired differences to the first design, by the id of the other.
    outcomes
        What came of staffing each, by id; of those left out too.
    left_out
        Designs without a plan.
    seed
        Where all chance began.
    replications
        How many working years were drawn and played: ``20``, or ``10–20`` where
        designs differ.
    precision
        How precise the years are, where that was asked for: a text for each design.
    career_replications
        How many times the careers were played; none if they weren't.
    generated
        The day that stands on the report.
    versions
        Programs and their versions.
    """

    studies: tuple[Study, ...]
    differences: Differences
    outcomes: Mapping[str, Outcome]
    left_out: tuple[Town, ...] = ()
    seed: int
    replications: str
    precision: tuple[str, ...] = ()
    career_replications: int | None = None
    generated: date
    versions: Mapping[str, str] = field(default_factory=dict)
