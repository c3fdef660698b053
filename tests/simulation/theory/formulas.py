"""Exact values of queueing theory, in the units of the rates that are given.

Erlang (1917), Pollaczek and Khinchine (1930), Cobham (1954), Barrer (1957).
"""

from itertools import accumulate, pairwise
from math import exp, factorial


def erlang_c(load, seats):
    """Chance that an arrival finds everybody of a post busy (M/M/c)."""
    waiting = load**seats / factorial(seats) / (1 - load / seats)
    return waiting / (sum(load**k / factorial(k) for k in range(seats)) + waiting)


def erlang_wait(rate, mean, seats):
    """Mean wait of M/M/c."""
    load = rate * mean
    return erlang_c(load, seats) * mean / (seats - load)


def khinchine_wait(rate, mean, spread):
    """Mean wait of M/G/1; the spread is the deviation over the mean."""
    return rate * mean**2 * (1 + spread**2) / 2 / (1 - rate * mean)


def cobham_waits(rates, mean, seats=1):
    """Mean waits of M/M/c by class, the most pressing first, none interrupted."""
    loads = [0.0, *accumulate(rate * mean / seats for rate in rates)]
    first = erlang_c(sum(rates) * mean, seats) * mean / seats
    return [first / (1 - above) / (1 - upto) for above, upto in pairwise(loads)]


def interrupting_times(rates, mean, seats=1):
    """Mean times in system of M/M/c by class, where each interrupts those below.

    All classes down to any one of them are a work-conserving M/M/c together.
    """
    upto = [*accumulate(rates)]
    inside = [0.0, *(rate * (erlang_wait(rate, mean, seats) + mean) for rate in upto)]
    return [
        (after - before) / rate
        for (before, after), rate in zip(pairwise(inside), rates, strict=True)
    ]


def impatient(rate, mean, seats, patience):
    """Share that leaves M/M/c after a fixed patience, and the mean wait of all."""
    load, spare = rate * mean, seats / mean - rate
    idle = [load**k / factorial(k) for k in range(seats)]
    left = exp(-spare * patience)
    density = rate * idle[-1]
    total = sum(idle) + density * ((1 - left) / spare + left * mean / seats)
    share = density * left * mean / seats / total
    waited = density * (1 - left * (1 + spare * patience)) / spare**2 / total
    return share, waited + patience * share


def regular_wait(gap, mean):
    """Mean wait of D/M/1: arrivals at even gaps, exponential work."""
    root = 0.5
    for _ in range(200):
        root = exp(-(1 - root) * gap / mean)
    return root * mean / (1 - root)


def repair(people, running, mending, count):
    """Of machines that one of some people mends: how many wait, at each arrival.

    Returns
    -------
    delayed, efficiency, wait
        Share of breakdowns that find everybody busy; running and mending over the
        whole cycle (Peck and Hazelwood's D and F); and the mean wait.
    """
    weights = [1.0]
    for down in range(count):
        at_work = min(down + 1, people)
        weights.append(weights[-1] * (count - down) * mending / running / at_work)
    breaking = [(count - down) * weight for down, weight in enumerate(weights)]
    delayed = sum(breaking[people:]) / sum(breaking)
    waiting = sum(max(down - people, 0) * w for down, w in enumerate(weights))
    wait = waiting * running / sum(breaking)
    return delayed, (running + mending) / (running + mending + wait), wait
