"""From the values of replications to means with half-widths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, isnan, pi, sin, sqrt, tan
from statistics import fmean, stdev

Key = tuple[str, str]
"""A measure's name and what it is of: ``("clashes", "town")``."""

Values = Mapping[Key, float]
"""What one replication gave; not-a-number where it has no value (no such case)."""

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Measure:
    """A mean over replications, with the half-width of its confidence interval.

    Parameters
    ----------
    measure
        The measure's name, which carries its unit.
    of
        ``town``, or a kind and an id: ``person:p017``.
    mean
        The mean over the replications that have a value.
    half_width
        Half the width of the 95 % confidence interval (Student's t); not-a-number
        with fewer than two values.
    replications
        How many replications have a value.
    """

    measure: str
    of: str
    mean: float
    half_width: float
    replications: int


def summary(replications: Sequence[Values]) -> tuple[Measure, ...]:
    """Return each measure's mean and half-width, in the order of first appearance."""
    keys = dict.fromkeys(key for values in replications for key in values)
    return tuple(
        _measure(key, [values[key] for values in replications if key in values])
        for key in keys
    )


def paired_differences(
    base: Sequence[Values], other: Sequence[Values]
) -> tuple[Measure, ...]:
    """Return ``other`` minus ``base``, replication by replication, then summarised.

    Both must have met the same draws in the same order; only what both have counts:
    where one was played more often, its further replications have no pair.
    """
    pairs = zip(base, other, strict=False)
    return summary(
        [
            {key: after[key] - before[key] for key in before if key in after}
            for before, after in pairs
        ]
    )


def half_width(values: Sequence[float]) -> float:
    """Return the half-width of the 95 % interval of a mean; NaN below two values."""
    if len(values) < 2:
        return float("nan")
    return t_quantile(len(values) - 1) * stdev(values) / sqrt(len(values))


def t_quantile(freedom: int, confidence: float = CONFIDENCE) -> float:
    """Return the two-sided quantile of Student's t, found by bisection.

    Parameters
    ----------
    freedom
        Degrees of freedom, at least 1.
    confidence
        The probability between minus and plus the quantile.
    """
    low, high = 0.0, pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        inside = _t_inside(middle, freedom) < confidence
        low, high = (middle, high) if inside else (low, middle)
    return tan(low) * sqrt(freedom)


def _t_inside(angle: float, freedom: int) -> float:
    """Return P(|t| < sqrt(freedom) tan(angle)); Abramowitz and Stegun 26.7.3-4."""
    term, total, square = 1.0, 1.0, cos(angle) ** 2
    for k in range(2 + freedom % 2, freedom - 1, 2):
        term *= square * (k - 1) / k
        total += term
    if freedom % 2 == 0:
        return sin(angle) * total
    if freedom == 1:
        return 2 * angle / pi
    return 2 / pi * (angle + sin(angle) * cos(angle) * total)


def _measure(key: Key, values: Sequence[float]) -> Measure:
    known = [value for value in values if not isnan(value)]
    mean = fmean(known) if known else float("nan")
    return Measure(
        *key, mean=mean, half_width=half_width(known), replications=len(known)
    )
