"""Which column is about what: by its heading, its content, an answer, or not at all."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from scenarios.intake.cells import Cell, Sheet
from scenarios.intake.findings import ColumnFound, How
from scenarios.intake.headers import Header, meaning_of
from scenarios.intake.meanings import TAKEN, Meaning, bare_heading
from scenarios.intake.private import MARK
from scenarios.intake.words import CHOICES, choice

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A column that may mean one thing or another.

    Parameters
    ----------
    candidates
        What it may mean; to be left out is always an answer too.
    examples
        Some of its cells.
    """

    sheet: str
    letter: str
    heading: str
    candidates: tuple[Meaning, ...]
    examples: tuple[str, ...]


Answer = Callable[[Question], Meaning | None]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user says about columns.

    Parameters
    ----------
    said
        What columns mean, by letter or heading; ``None`` leaves one out.
    ask
        Whom to ask about doubtful ones; ``None`` where nobody can be asked.
    """

    said: Mapping[str, Meaning | None]
    ask: Answer | None = None

    def of(self, letter: str, heading: str) -> tuple[Meaning | None] | None:
        """Return what was said about a column, if anything was."""
        for name in (letter, heading, bare_heading(heading)):
            if name in self.said:
                return (self.said[name],)
        return None


def columns_of(
    sheet: Sheet, header: Header, answers: Answers
) -> tuple[ColumnFound, ...]:
    """Return what each column that holds anything is about."""
    cells = [*zip(*sheet.rows[header.first :], strict=True)] or [
        () for _ in header.headings
    ]
    guesses = [
        _by_itself(heading, column)
        for heading, column in zip(header.headings, cells, strict=True)
    ]
    times = Counter(one[0] for one, how in guesses if how is How.HEADING)
    found: list[ColumnFound] = []
    for at, (heading, column) in enumerate(zip(header.headings, cells, strict=True)):
        candidates, how = guesses[at]
        if how is How.HEADING and times[candidates[0]] > 1:
            how = How.AMBIGUOUS
        if not heading and how is How.UNKNOWN and not any(one.text for one in column):
            continue
        question = Question(
            sheet.name,
            get_column_letter(at + 1),
            heading,
            candidates,
            tuple(one.text for one in column if one.text)[:_EXAMPLES],
        )
        taken = {one.meaning for one in found}
        found.append(_decided(question, how, answers, taken))
    return tuple(found)


def _by_itself(
    heading: str, cells: tuple[Cell, ...]
) -> tuple[tuple[Meaning, ...], How]:
    """Return what a column may mean when no other column is looked at."""
    filled = [cell for cell in cells if cell.text]
    private = sum(cell.text == MARK for cell in filled)
    read = meaning_of(heading)
    candidates = read.candidates
    if Meaning.PRIVATE in candidates or (filled and private * 2 > len(filled)):
        return (), How.PRIVATE
    if not candidates:
        return (), How.UNKNOWN
    if candidates[0] not in TAKEN:
        return (), How.NOT_NEEDED
    if read.clear:
        return candidates, How.HEADING
    for meaning in candidates:
        if meaning in CHOICES and filled and _all_known(meaning, filled):
            return (meaning,), How.CONTENT
    return candidates, How.AMBIGUOUS


def _all_known(meaning: Meaning, cells: list[Cell]) -> bool:
    return all(choice(meaning, cell.text) is not None for cell in cells)


def _decided(
    question: Question, how: How, answers: Answers, taken: set[Meaning | None]
) -> ColumnFound:
    meaning = question.candidates[0] if how in {How.HEADING, How.CONTENT} else None
    said = answers.of(question.letter, question.heading)
    if said is not None and how is not How.PRIVATE:
        meaning, how = said[0], How.OPTION
    elif how is How.AMBIGUOUS and answers.ask is not None:
        meaning, how = answers.ask(question), How.ASKED
    if meaning is not None and meaning in taken:
        meaning, how = None, How.AMBIGUOUS
    return ColumnFound(
        question.sheet,
        question.letter,
        question.heading,
        meaning,
        how,
        question.candidates,
    )
