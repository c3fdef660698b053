"""Faults of the input: where, what, and what would be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file.

    Parameters
    ----------
    file
        The file as the user named it, or ``--set``.
    line, column
        From 1; 0 where unknown.
    sheet, cell
        Of a workbook, instead of line and column.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file} [{self.sheet}] {self.cell}".rstrip()
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, to be put into words by a catalogue.

    Parameters
    ----------
    key
        Which text: ``faults.<key>``.
    place
        Where it stands.
    path
        The keys that lead to it: ``posts.agent_3.seats``; empty if it has none.
    values
        What fills the text's blanks.
    """

    key: str
    place: Place
    path: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


class FaultyScenarioError(Exception):
    """The input has faults; nothing was made of it.

    Parameters
    ----------
    faults
        All that were found, in the order of the files.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{one.place}: {one.key}" for one in self.faults))


def faulty(
    key: str, place: Place, path: str = "", **values: object
) -> FaultyScenarioError:
    """Return the error of a single fault."""
    texts = {name: str(value) for name, value in values.items()}
    return FaultyScenarioError([Fault(key, place, path, texts)])
