"""Taking in a roster: all its sheets, with an account of everything."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from scenarios.intake.cells import Sheet
from scenarios.intake.columns import Answers, columns_of
from scenarios.intake.findings import (
    CellLeft,
    ColumnFound,
    Intake,
    Recruit,
    RowLeft,
    SheetLeft,
)
from scenarios.intake.headers import header_of, is_of_retired
from scenarios.intake.meanings import Meaning
from scenarios.intake.people import Values, people_of
from scenarios.language.base import RungId


def take_in(
    sheets: tuple[Sheet, ...], answers: Answers, rungs: Mapping[str, RungId]
) -> Intake:
    """Return the people of all visible sheets that have names under a heading.

    Parameters
    ----------
    answers
        What the user said, or is asked, about columns.
    rungs
        Ids of the rungs of all ladders, by their names.
    """
    gathered = _Gathered()
    for sheet in sheets:
        retired = is_of_retired(sheet.name) and len(sheets) > 1
        why = "retired" if retired else gathered.add(sheet, answers, rungs)
        if why:
            gathered.sheets.append(SheetLeft(sheet.name, why))
    width = max(3, len(str(len(gathered.people))))
    names = Counter(one[Meaning.NAME] for one in gathered.people if Meaning.NAME in one)
    return Intake(
        people=tuple(
            Recruit(f"p{number:0{width}d}", values)
            for number, values in enumerate(gathered.people, 1)
        ),
        columns=tuple(gathered.columns),
        cells=tuple(gathered.cells),
        rows=tuple(gathered.rows),
        sheets=tuple(gathered.sheets),
        private=Counter(
            kind
            for sheet in sheets
            for row in sheet.rows
            for cell in row
            if cell.merged is None
            for kind in cell.private
        ),
        namesakes=tuple(name for name, times in names.items() if times > 1),
    )


@dataclass(slots=True)
class _Gathered:
    """What the sheets read so far have given."""

    people: list[Values] = field(default_factory=list)
    columns: list[ColumnFound] = field(default_factory=list)
    cells: list[CellLeft] = field(default_factory=list)
    rows: list[RowLeft] = field(default_factory=list)
    sheets: list[SheetLeft] = field(default_factory=list)

    def add(self, sheet: Sheet, answers: Answers, rungs: Mapping[str, RungId]) -> str:
        """Add a sheet's people; return why nothing can be taken from it, if so."""
        if sheet.hidden:
            return "hidden"
        if not sheet.rows:
            return "empty_sheet"
        header = header_of(sheet)
        if header is None:
            return "no_header"
        columns = columns_of(sheet, header, answers)
        self.columns += columns
        if Meaning.NAME not in {column.meaning for column in columns}:
            return "no_names"
        read = people_of(sheet, header, columns, rungs)
        self.people += read.people
        self.cells += read.cells
        self.rows += read.rows
        return ""
