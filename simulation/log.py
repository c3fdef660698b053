"""The log of a year: a row for every event, from which every measure is made."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Self

import numpy as np

from simulation.record import Record
from simulation.rows import EVENTS, Event, Row
from simulation.tables import Table, bytes_of, cells_of, table_of


class Log:
    """A year as it was played: a table of every event, in the order of time.

    Parameters
    ----------
    table
        The events.
    texts
        What the numbers of the table stand for.
    """

    def __init__(self, table: Table, texts: Sequence[str]) -> None:
        self.table = table
        self.texts = tuple(texts)

    @classmethod
    def of_record(cls, record: Record) -> Self:
        """Return what was recorded, in the order of time; at one moment, as it came.

        The record is then empty.
        """
        table = table_of(record)
        order = np.argsort(table["at"], kind="stable")
        return cls(table.take(order), [*record.codes])

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Self:
        """Return the log of some rows."""
        record = Record()
        for row in rows:
            record.cells += bytes_of(record, row)
        return cls.of_record(record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Log) and self.rows == other.rows

    def __hash__(self) -> int:
        return hash(self.rows)

    def __len__(self) -> int:
        return len(self.table)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every event, as a reader likes it; measures are made from the table."""
        return tuple(self.rows_of(self.table))

    def rows_of(self, table: Table) -> Iterable[Row]:
        """Yield the rows of a part of the table."""
        columns = (cells_of(table, self.texts, name) for name in Row._fields)
        return map(Row._make, zip(*columns, strict=True))

    @cached_property
    def by_event(self) -> Mapping[Event, Table]:
        """The rows of each event, in the order of time."""
        events = self.table["event"].astype(np.uint8)
        ordered = self.table.take(np.argsort(events, kind="stable"))
        borders = np.cumsum(np.bincount(events, minlength=len(EVENTS)))[:-1]
        return dict(zip(EVENTS, np.split(ordered, borders), strict=True))
