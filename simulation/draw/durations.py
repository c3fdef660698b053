"""Durations by inversion: the value of a distribution at a uniform number."""

from math import lgamma, log, log1p, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from scenarios.language.durations import Duration, Shape
from simulation.clock import SECOND

Numbers = NDArray[np.float64]


def lengths(duration: Duration, uniform: Numbers, unit: int) -> tuple[int, ...]:
    """Return lengths of time, rounded to whole seconds.

    Parameters
    ----------
    duration
        The distribution, in hours or days.
    uniform
        A number between 0 and 1 for each length.
    unit
        The length of one hour or one day.
    """
    seconds = np.rint(quantiles(duration, uniform) * (unit // SECOND))
    return tuple((seconds.astype(np.int64) * SECOND).tolist())


def quantiles(duration: Duration, uniform: Numbers) -> Numbers:
    """Return the value below which each share of the distribution lies."""
    mean, spread = duration.mean or 0.0, duration.spread or 0.0
    match duration.dist:
        case Shape.FIXED:
            return np.full_like(uniform, mean)
        case Shape.EXPONENTIAL:
            return -mean * np.log1p(-uniform)
        case Shape.LOGNORMAL:
            return mean * _lognormal(spread, uniform)
        case Shape.GAMMA:
            return mean * _gamma(spread, uniform)
        case Shape.TRIANGULAR | Shape.UNIFORM:
            return _triangular_or_uniform(duration, uniform)
        case Shape.EMPIRICAL:
            values = np.asarray(duration.values, dtype=np.float64)
            return values[(uniform * len(values)).astype(np.int64)]


def _lognormal(spread: float, uniform: Numbers) -> Numbers:
    """Return quantiles of the lognormal distribution of mean 1."""
    deviation = sqrt(log1p(spread**2))
    normal = NormalDist().inv_cdf
    inner = np.clip(uniform, 2.0**-54, 1 - 2.0**-53)
    scores = np.fromiter(map(normal, inner.tolist()), np.float64, len(uniform))
    return np.exp(deviation * scores - deviation**2 / 2)


def _gamma(spread: float, uniform: Numbers) -> Numbers:
    """Return quantiles of the gamma distribution of mean 1.

    The density is summed over the logarithm of the value, where it is smooth for
    every shape, and the sum is inverted. What lies below the first point of the
    table is less than a second of any length of work.
    """
    if spread == 0:
        return np.ones_like(uniform)
    shape = spread**-2
    top = log(shape + 40 + 40 * sqrt(shape))
    points = np.linspace(max(-40.0, log(shape) - 12 / sqrt(shape)), top, 20_001)
    density = np.exp(shape * points - np.exp(points) - lgamma(shape))
    step = points[1] - points[0]
    first = np.exp(shape * points[0] - np.exp(points[0]) - lgamma(shape + 1))
    below = first + np.cumsum((density[1:] + density[:-1]) * step / 2)
    places = np.interp(uniform, np.concatenate(([first], below)), points)
    return np.exp(places) / shape


def _triangular_or_uniform(duration: Duration, uniform: Numbers) -> Numbers:
    low, high = duration.low or 0.0, duration.high or 0.0
    width = high - low
    if duration.mode is None or width == 0:
        return low + width * uniform
    rising = duration.mode - low
    left = low + np.sqrt(uniform * width * rising)
    right = high - np.sqrt((1 - uniform) * width * (width - rising))
    return np.where(uniform * width < rising, left, right)
