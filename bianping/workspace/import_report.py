"""The account of an import: what each column was taken for, and what was left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bianping.documents import Json, document
from bianping.terminal_table import aligned
from bianping.workspace.workbook import Rows
from scenarios.intake.findings import CellLeft, How, Intake, RowLeft
from scenarios.intake.meanings import TAKEN
from scenarios.words import Words

REPORT = "import-report.txt"
DOCUMENT = "import-report.json"


@dataclass(frozen=True, slots=True)
class Account:
    """What an import came to.

    Parameters
    ----------
    file
        Name of the file, free of private numbers.
    intake
        What was found.
    rows
        What goes into the workbook.
    """

    file: str
    intake: Intake
    rows: Rows


def report_lines(account: Account, words: Words, most: int | None = None) -> list[str]:
    """Return the report, each list of cells and rows cut after so many lines."""
    intake = account.intake
    return [
        words("intake.title", file=account.file),
        words("intake.people", count=len(intake.people)),
        "",
        words("intake.columns"),
        _table("intake.column_headings", _columns(intake, words), words),
        *_doubtful(intake, words),
        *_left("cells", "intake.cell_headings", _cells(intake, words), words, most),
        *_left("rows", "intake.row_headings", _rows(intake, words), words, most),
        *_sheets(intake, words),
        *_remarks(account, words),
    ]


def report_document(account: Account, words: Words, folder: str | None) -> str:
    """Return the report as JSON (``bianping.import/1``)."""
    intake = account.intake
    return document(
        "bianping.import/1",
        {
            "file": account.file,
            "folder": folder,
            "people": [
                {"id": one.id, **{key.value: one.values[key] for key in one.values}}
                for one in intake.people
            ],
            **_taken_and_left(intake, words),
            "private_numbers": {
                kind.value: count for kind, count in intake.private.items()
            },
            "namesakes": list(intake.namesakes),
        },
    )


def _taken_and_left(intake: Intake, words: Words) -> dict[str, Json]:
    """Return what columns were taken for, and what was left behind and why."""
    columns: list[Json] = [
        {
            "sheet": one.sheet,
            "column": one.letter,
            "heading": one.heading,
            "meaning": one.meaning,
            "how": one.how,
        }
        for one in intake.columns
    ]
    cells: list[Json] = [
        {
            **_cell(one),
            "heading": one.heading,
            "text": words(f"intake.why.{one.why}"),
        }
        for one in intake.cells
    ]
    return {
        "columns": columns,
        "unread": cells,
        "rows_left_out": [{**_cell(one), "row": one.row} for one in intake.rows],
        "sheets_left_out": [
            {"sheet": one.sheet, "why": one.why} for one in intake.sheets
        ],
    }


def _cell(left: CellLeft | RowLeft) -> dict[str, Json]:
    return {
        "sheet": left.sheet,
        "cell": left.at,
        "content": left.content,
        "why": left.why,
    }


def _table(headings: str, rows: Sequence[Sequence[str]], words: Words) -> str:
    return aligned([words(headings).split("|"), *rows])


def _columns(intake: Intake, words: Words) -> list[list[str]]:
    return [
        [
            one.sheet,
            one.letter,
            one.heading,
            words(f"intake.meaning.{one.meaning.value}")
            if one.meaning in TAKEN
            else words("intake.left_out"),
            words(f"intake.how.{one.how.value}"),
        ]
        for one in intake.columns
    ]


def _doubtful(intake: Intake, words: Words) -> Iterator[str]:
    """Yield what the user may do about each column that wasn't understood."""
    for one in intake.columns:
        if one.meaning is None and one.how is How.AMBIGUOUS:
            candidates = ", ".join(one.candidates)
            yield words(
                "intake.doubtful",
                letter=one.letter,
                heading=one.heading,
                candidates=candidates,
            )
        elif one.how is How.UNKNOWN:
            yield words(
                "intake.doubtful_unknown", letter=one.letter, heading=one.heading
            )


def _cells(intake: Intake, words: Words) -> list[list[str]]:
    return [
        [one.sheet, one.at, one.heading, one.content, words(f"intake.why.{one.why}")]
        for one in intake.cells
    ]


def _rows(intake: Intake, words: Words) -> list[list[str]]:
    return [
        [one.sheet, one.at, one.content, words(f"intake.why.{one.why}")]
        for one in intake.rows
    ]


def _left(
    key: str,
    headings: str,
    rows: Sequence[Sequence[str]],
    words: Words,
    most: int | None,
) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield words(f"intake.{key}", count=len(rows))
    shown = rows[:most]
    yield _table(headings, shown, words)
    if len(shown) < len(rows):
        yield words("intake.more", count=len(rows) - len(shown), file=REPORT)


def _sheets(intake: Intake, words: Words) -> Iterator[str]:
    if intake.sheets:
        yield ""
        yield words("intake.sheets")
    for one in intake.sheets:
        why = words(f"intake.why.{one.why}")
        yield words("intake.sheet_line", sheet=one.sheet, why=why)


def _remarks(account: Account, words: Words) -> Iterator[str]:
    yield ""
    intake, between = account.intake, words("console.text.and")
    if intake.private:
        kinds = between.join(
            words(
                "intake.private_kind",
                name=words(f"intake.kind.{kind.value}"),
                count=count,
            )
            for kind, count in intake.private.items()
        )
        yield words("intake.private", kinds=kinds)
    if intake.namesakes:
        yield words("intake.namesakes", names=between.join(intake.namesakes))
    for key in ("units", "posts"):
        if account.rows[key]:
            yield words(f"intake.{key}", count=len(account.rows[key]))
