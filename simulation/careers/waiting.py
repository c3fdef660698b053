"""How long those without a title wait for a seat, from the events of many plays."""

import numpy as np

from simulation.careers.log import Happened
from simulation.careers.many.arrays import NEVER, Counts
from simulation.careers.many.events import Column, Events
from simulation.careers.measures.history import STAFF
from simulation.careers.measures.survival import Wait


def waits(events: Events, replications: int) -> list[list[Wait]]:
    """Return the waits of today's staff without a title, replication by replication.

    They are the waits of `years_to_mid_level_median` for the whole town.
    """
    setting = events.setting
    start, months = setting.conditions.start, setting.conditions.months
    untitled = np.array(
        [one.identity in STAFF and one.title is None for one in setting.cadres]
    )
    shape = replications, len(untitled)
    titled = np.array([chair.titled for chair in setting.chairs], np.bool_)
    seated = events.of_kind(Happened.SEATED)
    risen = _first(seated[titled[seated[:, Column.OF]]], shape)[:, untitled]
    left = _first(events.of_kind(Happened.LEFT), shape)[:, untitled]
    ended = risen < NEVER
    until = np.where(ended, risen, np.minimum(left, start + months))
    years = np.maximum(0, until - start) / 12
    return [
        [Wait(*one) for one in zip(row, ends, strict=True)]
        for row, ends in zip(years.tolist(), ended.tolist(), strict=True)
    ]


def _first(events: Counts, shape: tuple[int, int]) -> Counts:
    """Return the first month of some events of today's people, or never."""
    mine = events[events[:, Column.GENERATION] == 0]
    found = np.full(shape, NEVER)
    at = mine[:, Column.REPLICATION], mine[:, Column.LINE]
    np.minimum.at(found, at, mine[:, Column.MONTH])
    return found
