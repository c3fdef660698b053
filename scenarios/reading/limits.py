"""Bounds on what is read, so that no file can exhaust the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a scenario's files may hold.

    Parameters
    ----------
    file_bytes
        Size of one file, and of what a workbook unpacks to.
    nodes
        Values in one YAML file, those repeated by aliases counted each time.
    depth
        Levels of nesting in a YAML file.
    rows, columns, cells
        Of one table.
    chain
        Files that extend one another.
    """

    file_bytes: int = 50_000_000
    nodes: int = 500_000
    depth: int = 30
    rows: int = 100_000
    columns: int = 200
    cells: int = 1_000_000
    chain: int = 20


USUAL = Limits()
