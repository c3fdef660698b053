"""Work done: how long each person was at work, week by week."""

import numpy as np

from simulation.measures.intervals import Numbers
from simulation.measures.ledger import Ledger
from simulation.measures.weeks import WEEK
from simulation.rows import Event


def work_by_week(ledger: Ledger) -> Numbers:
    """Return how long people were at work, neither over time nor at night.

    Returns
    -------
    array
        A row a person, a column a week; a spell over a week's end counts in both.
    """
    spells, overtime = ledger.spells, ledger.table(Event.OVERTIME)
    done = np.zeros((len(ledger.town.people), len(ledger.weeks)), np.int64)
    people, weeks = ledger.people[spells["person"]], spells["at"] // WEEK
    begins, left = np.minimum(spells["since"], spells["at"]), spells["length"].copy()
    away = _Away(ledger)
    over = np.flatnonzero(begins // WEEK < weeks)
    while len(over):
        first, person = begins[over] // WEEK, people[over]
        ends = (first + 1) * WEEK
        worked = ledger.working_time.between(begins[over], ends)
        there = worked - away.between(person, begins[over], ends)
        part = np.minimum(left[over], there)
        np.add.at(done, (person, first), part)
        left[over] -= part
        begins[over] = ends
        over = over[first + 1 < weeks[over]]
    np.add.at(done, (people, weeks), left)
    people = ledger.people[overtime["person"]]
    np.subtract.at(done, (people, overtime["at"] // WEEK), overtime["length"])
    return done


class _Away:
    """How long each person was away, up to each moment."""

    def __init__(self, ledger: Ledger) -> None:
        days = ledger.table(Event.AWAY)
        self._year = ledger.days.end + 1
        moments = self._on_one_line(ledger.people[days["person"]], days["at"])
        order = np.argsort(moments)
        self._moments = moments[order]
        self._passed = np.concatenate(([0], np.cumsum(days["length"][order])))

    def between(self, people: Numbers, begins: Numbers, ends: Numbers) -> Numbers:
        """Return how long people were away on days that began between two moments."""
        return self._until(people, ends) - self._until(people, begins)

    def _until(self, people: Numbers, moments: Numbers) -> Numbers:
        before = np.searchsorted(self._moments, self._on_one_line(people, moments))
        return self._passed[before]

    def _on_one_line(self, people: Numbers, moments: Numbers) -> Numbers:
        """Return moments so that everybody's year comes after the one before."""
        return people * self._year + moments
