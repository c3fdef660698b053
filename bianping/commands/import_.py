"""``bianping import``: a roster as towns keep it, turned into a workspace."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click

from bianping.console import fault_lines, say, say_faults
from bianping.documents import document, error_document
from bianping.errors import UserError
from bianping.options import option
from bianping.privacy import Veil, veil_of
from bianping.usage import Spoken
from bianping.words import catalogue
from bianping.workspace.asking import ask
from bianping.workspace.contents import rungs_of_templates, write_workspace
from bianping.workspace.errors import WorkspaceError
from bianping.workspace.folder import new_folder, require_room
from bianping.workspace.import_report import (
    DOCUMENT,
    REPORT,
    Account,
    report_document,
    report_lines,
)
from bianping.workspace.import_rows import imported_rows
from bianping.workspace.workbook import BOOK
from scenarios.intake.columns import Answers
from scenarios.intake.meanings import TAKEN, Meaning, bare_heading
from scenarios.intake.private import without_private
from scenarios.intake.roster import take_in
from scenarios.intake.sheets import read_sheets
from scenarios.reading.faults import FaultyScenarioError
from scenarios.reading.limits import Limits
from scenarios.words import Lang, Words

_MOST_LINES = 20


def build(words: Words) -> click.Command:
    """Return the command."""
    path = click.Path(path_type=Path)
    return Spoken(
        "import",
        params=[
            click.Argument(
                ["roster"], type=path, metavar=words("usage.metavar.roster")
            ),
            option("out", words),
            click.Option(
                ["--column", "columns"],
                multiple=True,
                metavar=words("usage.metavar.column"),
                help=words("commands.import.column"),
            ),
            option("lang", words),
            option("as_json", words),
            option("limits", words),
            option("anonymise", words),
            option("key", words),
        ],
        callback=run,
        help=words("commands.import.help"),
        epilog=words("commands.epilog"),
    )


def run(  # noqa: PLR0913  the options, one by one
    *,
    roster: Path,
    out: Path | None,
    columns: Sequence[str],
    lang: Lang,
    as_json: bool,
    limits: Limits,
    anonymise: bool,
    key: Path | None,
) -> None:
    """Take in a roster; exit with 1 if it has none, or can't be read."""
    words = catalogue(lang)
    name, _ = without_private(roster.stem)
    folder = None if out is None and as_json else out or Path("out") / name
    try:
        if folder is not None:
            require_room(folder)
        veil = veil_of(key, folder or Path("out"), words, anonymise=anonymise)
        asks = not as_json and sys.stdin.isatty()
        asked = ask(words, quoting=veil is None) if asks else None
        account = _account(roster, Answers(_said(columns), asked), limits, words)
        if veil is not None:
            account = _veiled(account, veil, words)
        if folder is not None:
            _write(account, folder, words)
    except FaultyScenarioError as error:
        _say_faults(error, words, as_json=as_json)
        sys.exit(1)
    except WorkspaceError as error:
        _say_error(f"workspace.error.{error.key}", error.values, words, as_json=as_json)
    except UserError as error:
        _say_error(f"console.error.{error.key}", error.values, words, as_json=as_json)
    _show(account, folder, words, as_json=as_json)


def _account(
    roster: Path,
    answers: Answers,
    limits: Limits,
    words: Words,
) -> Account:
    sheets = read_sheets(roster, limits)
    intake = take_in(sheets, answers, rungs_of_templates(words.lang))
    known = {
        name
        for one in intake.columns
        for name in (one.letter, one.heading, bare_heading(one.heading))
    }
    for given in answers.said.keys() - known:
        shown = ", ".join(f"{one.letter} {one.heading}" for one in intake.columns)
        raise WorkspaceError("no_such_column", given=given, known=shown)
    if not intake.people:
        raise WorkspaceError("no_people", file=roster.name)
    file, _ = without_private(roster.name)
    rows = imported_rows(intake.people, words("intake.unit_unknown"))
    return Account(file, intake, rows)


def _veiled(account: Account, veil: Veil, words: Words) -> Account:
    """Return the account with pseudonyms for names."""
    intake = veil.over_intake(account.intake)
    rows = imported_rows(intake.people, words("intake.unit_unknown"))
    return Account(account.file, intake, rows)


def _said(columns: Sequence[str]) -> dict[str, Meaning | None]:
    meanings: dict[str, Meaning | None] = {one.value: one for one in TAKEN}
    said: dict[str, Meaning | None] = {}
    for given in columns:
        name, equals, meaning = given.rpartition("=")
        if not equals or not name or meaning not in {*meanings, "none"}:
            known = ", ".join(meanings)
            raise WorkspaceError("bad_column", given=given, known=known)
        said[name.strip()] = meanings.get(meaning)
    return said


def _write(account: Account, folder: Path, words: Words) -> None:
    with new_folder(folder) as unfinished:
        write_workspace(unfinished, account.rows, words, name=words("intake.town"))
        text = "\n".join(report_lines(account, words)) + "\n"
        (unfinished / REPORT).write_text(text, encoding="utf-8", newline="\n")
        (unfinished / DOCUMENT).write_text(
            report_document(account, words, None), encoding="utf-8", newline="\n"
        )


def _show(
    account: Account, folder: Path | None, words: Words, *, as_json: bool
) -> None:
    where = None if folder is None else str(folder)
    if as_json:
        sys.stdout.write(report_document(account, words, where))
        return
    click.echo("\n".join(report_lines(account, words, _MOST_LINES)))
    if folder is not None:
        click.echo(
            words(
                "workspace.done.import",
                count=len(account.intake.people),
                path=folder,
                book=BOOK,
                check=folder / "old.yaml",
            )
        )


def _say_faults(error: FaultyScenarioError, words: Words, *, as_json: bool) -> None:
    say_faults(error, words)
    if as_json:
        lines = fault_lines(error, words)
        sys.stdout.write(document("bianping.faults/1", {"faults": lines}))


def _say_error(
    key: str, values: Mapping[str, object], words: Words, *, as_json: bool
) -> NoReturn:
    text = words(key, **values)
    say(text)
    if as_json:
        sys.stdout.write(error_document(text))
    sys.exit(1)
