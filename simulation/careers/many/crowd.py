"""Where everybody stands, in all replications: a row each, a column a line."""

import numpy as np

from simulation.careers.chairs import KIND_COUNT, Level
from simulation.careers.fates import Reason
from simulation.careers.many.arrays import NEVER, Counts, Flags
from simulation.careers.many.events import REASONS, Journal
from simulation.careers.many.fortunes import Fortunes
from simulation.careers.many.lines import Lines
from simulation.careers.setting import Setting

NOBODY = -1
"""The chair of those who have none, and the holder of a chair that is free."""

FATES = REASONS[: REASONS.index(Reason.MOVED)]
"""What is drawn for everybody; of one month, the first holds."""

People = tuple[Counts, Counts]
"""Replications and lines."""


class Crowd:
    """Everybody in every replication, by the names of `Career` and `Cadre`.

    Parameters
    ----------
    setting
        The design.
    fortunes
        The luck.
    size
        How many replications.
    """

    def __init__(self, setting: Setting, fortunes: Fortunes, size: int) -> None:
        shape = size, len(setting.cadres)
        self.setting, self.fortunes = setting, fortunes
        self.conditions = setting.conditions
        self.lines = Lines.of(setting)
        self.journal = Journal()
        self.present: Flags = np.zeros(shape, np.bool_)
        self.generation, self.joined, self.entered = _zeros(shape, 3)
        self.retires, self.rung, self.rung_since, self.first_year = _zeros(shape, 4)
        self.marks_before, self.held, self.highest, self.titles = _zeros(shape, 4)
        self.duty, self.duty_bars, self.away_until, self.earning = _zeros(shape, 4)
        self.since, self.chief, self.deputy, self.secondments = _zeros(shape, 4)
        self.title_chair, self.duty_chair = _zeros(shape, 2)
        self.rests: Counts = np.zeros((KIND_COUNT, *shape), np.int32)
        self.fates: Counts = np.full((len(FATES), *shape), NEVER, np.int32)
        self.to_replace: Flags = np.zeros(shape, np.bool_)

    def who(self, at: People) -> tuple[Counts, Counts, Counts]:
        """Return replications, lines and generations."""
        return (*at, self.generation[at])

    def points(self, at: People, now: int) -> Counts:
        """Return some people's points, as `Career.points` does."""
        lines, year = at[1], self.conditions.year(now)
        scales, fortunes = self.lines.scales, self.fortunes
        found: Counts = scales["service"][lines] * (now - self.joined[at])
        months = np.where(self.rung[at] >= 0, now - self.rung_since[at], 0)
        found += scales["in_rung"][lines] * months
        found += self._credit(at, now)
        if self.lines.special.any():
            there = now - np.maximum(self.conditions.start, self.entered[at])
            points = scales["special"][lines] * there
            special = np.minimum(scales["special_most"][lines], points)
            found += np.where(self.lines.special[lines], special, 0)
        marks = fortunes.marks[at[0], lines, year] - self.marks_before[at]
        counted = np.where(year > self.first_year[at], marks, 0)
        found += scales["excellent"][lines] * counted
        if scales["vote"].any():
            votes = scales["vote"][lines] * fortunes.votes[at[0], lines, year]
            found += votes.astype(np.int32)
        return found

    def excellent_on_rung(self, rows: Counts, columns: Counts, now: int) -> Counts:
        """Return how many whole years on the rung were marked excellent."""
        start, last = self.conditions.start, self.conditions.year(now)
        since = np.maximum(self.entered[rows] + 1, self.rung_since[rows])[:, columns]
        first = np.minimum(last, np.maximum(0, -((start - since) // 12)))
        marks = self.fortunes.marks
        before = marks[rows[:, None], columns[None, :], first]
        found: Counts = marks[rows, :, last][:, columns] - before
        return found

    def _credit(self, at: People, now: int) -> Counts:
        scales, lines = self.lines.scales, at[1]
        earning, running = self.earning[at], now - self.since[at]
        chief = self.chief[at] + running * (earning == Level.MID_CHIEF)
        deputy = self.deputy[at] + running * (earning == Level.MID_DEPUTY)
        of_chief = np.minimum(
            scales["chief_most"][lines], scales["chief"][lines] * chief
        )
        found: Counts = of_chief + np.minimum(
            scales["deputy_most"][lines], scales["deputy"][lines] * deputy
        )
        return found


def _zeros(shape: tuple[int, int], count: int) -> list[Counts]:
    return [np.zeros(shape, np.int32) for _ in range(count)]
