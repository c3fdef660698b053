"""What happened to whom in which replication."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from scenarios.language.base import PersonId
from simulation.careers.fates import Reason
from simulation.careers.log import CareerLog, Happened, Row
from simulation.careers.many.arrays import Counts
from simulation.careers.setting import Setting

KINDS = tuple(Happened)
REASONS = tuple(Reason)


class Column(IntEnum):
    """The columns of the table of events."""

    KIND = 0
    MONTH = 1
    REPLICATION = 2
    LINE = 3
    GENERATION = 4
    OF = 5
    CANDIDATES = 6


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """The events of many replications.

    Parameters
    ----------
    setting
        The design that was played.
    table
        A row an event, with the columns of `Column`. What it is of is the number of
        a reason, a chair or a rung, or twice the month of birth, and 1 for women.
    moves, chains
        How many appointments chains of vacancies led to, and how many chains led to
        any, by replication.
    """

    setting: Setting
    table: Counts
    moves: Counts
    chains: Counts

    def of_kind(self, *kinds: Happened) -> Counts:
        """Return the events of some kinds."""
        numbers = [KINDS.index(kind) for kind in kinds]
        return self.table[np.isin(self.table[:, Column.KIND], numbers)]

    def rows(self, replication: int) -> Iterator[Row]:
        """Yield one replication's events as a log has them, but for their chains."""
        mine = self.table[self.table[:, Column.REPLICATION] == replication]
        for kind, month, _, line, generation, of, candidates in mine.tolist():
            happened = KINDS[kind]
            person = self._person(line, generation)
            name = self._name(happened, line, of)
            yield Row(month, happened, person, name, None, candidates)

    def births(self, replication: int) -> Iterator[tuple[PersonId, int, bool]]:
        """Yield everybody who entered in a replication: month of birth, and woman."""
        entered = self.of_kind(Happened.ENTERED)
        mine = entered[entered[:, Column.REPLICATION] == replication]
        for line, generation, of in mine[
            :, [Column.LINE, Column.GENERATION, Column.OF]
        ].tolist():
            yield self._person(line, generation), of // 2, of % 2 == 1

    def _person(self, line: int, generation: int) -> PersonId:
        person = self.setting.cadres[line].id
        return person + f"+{generation}" if generation else person

    def _name(self, happened: Happened, line: int, of: int) -> str:
        match happened:
            case Happened.LEFT:
                return REASONS[of]
            case Happened.SEATED | Happened.UNSEATED:
                return self.setting.chairs[of].id
            case Happened.CONFIRMED | Happened.PROMOTED:
                ladder = self.setting.cadres[line].ladder
                return self.setting.ladders[ladder].rungs[of] if ladder else ""
            case Happened.ENTERED | Happened.SECONDED:
                return ""


class Journal:
    """Takes events down while they happen."""

    def __init__(self) -> None:
        self._parts: list[Counts] = []

    def note(
        self,
        happened: Happened,
        month: int,
        who: tuple[Counts, Counts, Counts],
        *,
        of: Counts | int = 0,
        candidates: Counts | int = 0,
    ) -> None:
        """Note what happened to some people in a month.

        Parameters
        ----------
        happened, month
            What, and when.
        who
            Replications, lines and generations.
        of, candidates
            What it is of, and how many stood.
        """
        part = np.empty((len(who[0]), len(Column)), np.int32)
        part[:, Column.KIND] = KINDS.index(happened)
        part[:, Column.MONTH] = month
        part[:, Column.REPLICATION] = who[0]
        part[:, Column.LINE] = who[1]
        part[:, Column.GENERATION] = who[2]
        part[:, Column.OF] = of
        part[:, Column.CANDIDATES] = candidates
        self._parts.append(part)

    def table(self) -> Counts:
        """Return all that was noted, in order."""
        return np.concatenate(self._parts)


def without_chains(log: CareerLog) -> list[Row]:
    """Return a log's rows as `Events.rows` gives them, in an order of their own."""
    return sorted(row._replace(chain=None) for row in log.rows)
