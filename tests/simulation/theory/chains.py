"""Markov chains, listed from their moves and solved for how they stand on average."""

from collections import defaultdict

import numpy as np
from scipy.integrate import simpson
from scipy.linalg import expm
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import spsolve


def listed(start, moves):
    """Return the states that can be reached, and the rates between them.

    Parameters
    ----------
    start
        A state.
    moves
        Gives, for a state, pairs of a rate and the next state.
    """
    places = {start: 0}
    rates: dict[tuple[int, int], float] = defaultdict(float)
    waiting = [start]
    while waiting:
        state = waiting.pop()
        for rate, after in moves(state):
            if after not in places:
                places[after] = len(places)
                waiting.append(after)
            rates[places[state], places[after]] += rate
    return [*places], rates


def matrix(size, rates):
    """Return the generator of a chain."""
    found = np.zeros((size, size))
    for (here, there), rate in rates.items():
        found[here, there] += rate
        found[here, here] -= rate
    return found


def on_average(start, moves, count):
    """Return the long-run mean of what is counted in each state."""
    states, rates = listed(start, moves)
    size = len(states)
    (here, there), rate = np.array([*rates]).T, np.array([*rates.values()])
    flow = csr_matrix((rate, (there, here)), (size, size)).tolil()
    flow.setdiag(-np.bincount(here, weights=rate, minlength=size))
    flow[0, :] = 1
    shares = spsolve(flow.tocsc(), np.eye(1, size)[0])
    assert shares.min() > -1e-9
    return float(shares @ [count(state) for state in states])


def by_days(generators, switch, counts, hours=24):
    """Return the mean of a count in a chain whose rates change at midnight by chance.

    Parameters
    ----------
    generators
        By kind of day, the generator of the chain, over the same states.
    switch
        Moves the shares at midnight: takes and gives one vector for each kind of day.
    counts
        What is counted in each state.
    """
    whole = [expm(one * hours) for one in generators]
    shares = [np.full(len(counts), 0.5 / len(counts)) for _ in generators]
    moved = 1.0
    while moved > 1e-12:
        ended = [one @ day for one, day in zip(shares, whole, strict=True)]
        following = switch(ended)
        moved = sum(abs(a - b).sum() for a, b in zip(following, shares, strict=True))
        shares = following
    return sum(
        _over_the_day(one, generator, counts, hours)
        for one, generator in zip(shares, generators, strict=True)
    )


def _over_the_day(shares, generator, counts, hours, steps=96):
    forward = expm(generator * hours / steps)
    along = [shares]
    for _ in range(steps):
        along.append(along[-1] @ forward)
    return simpson([one @ counts for one in along]) / steps
