"""``bianping remedies``: the cheapest change of policy that restores promotion."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bianping.command import command
from bianping.console import say
from bianping.errors import UserError
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder, require_place
from bianping.playing import chances
from bianping.reading import towns_of
from bianping.remedy_document import remedy_document
from bianping.remedy_texts import remedy_lines, remedy_sheets
from bianping.remedying import Remedied, remedied
from bianping.request import Request
from bianping.session import Session
from bianping.staffing import Staffing
from bianping.statuses import DONE, UNDECIDED, exit_status
from bianping.workbook_sheets import workbook_of
from scenarios.words import Words

if TYPE_CHECKING:
    from bianping.options import Option


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = ("out", "workers", "seconds")
    return command("remedies", words, run, options=options, many=True)


def run(request: Request) -> int:
    """Staff the structure of old and a design, and seek the cheapest remedy."""
    towns = towns_of(request)
    if len(towns) != 2:
        raise UserError("two_files", count=len(towns))
    old, design = towns
    if not design.careers.remedies:
        raise UserError("no_remedies")
    if (folder := request.results(f"{design.id}-remedies")) is not None:
        require_place(folder)
    session = Session(request, chances(old, request))
    staffings = [session.staff(old), session.staff(design)]
    for staffing in staffings:
        for line in outcome_lines(staffing, request.seconds, request.words):
            say(line)
    if any(one.plan is None for one in staffings):
        return max(exit_status(one) for one in staffings)
    return _seek(staffings, session, request, folder)


def _seek(
    staffings: list[Staffing], session: Session, request: Request, folder: Path | None
) -> int:
    words = request.words
    found = remedied(staffings, session.how, request, session.progress)
    text = remedy_document(found)
    if request.as_json:
        sys.stdout.write(text)
    else:
        click.echo("\n".join(remedy_lines(found, words)))
    if folder is not None:
        _write(found, text, folder, words)
    return DONE if found.search.complete else UNDECIDED


def _write(found: Remedied, text: str, folder: Path, words: Words) -> None:
    with output_folder(folder) as output:
        output.write("remedies.json", text)
        output.write("remedies.xlsx", workbook_of(remedy_sheets(found, words)))
    say(words("console.done.wrote", path=folder))
