"""``bianping admit``: whether the town can take a new duty (职责准入)."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bianping.admission import Admission, brought
from bianping.admission_document import admission_document
from bianping.admission_texts import admission_lines, admission_sheet
from bianping.admitting import admission
from bianping.command import command
from bianping.console import say
from bianping.design_files import write_charts, write_plan
from bianping.errors import UserError
from bianping.outputs import output_folder, require_place
from bianping.playing import chances
from bianping.reading import towns_with_duty
from bianping.report.figures import pictures
from bianping.request import Request
from bianping.session import Session
from bianping.start import INTERRUPTED
from bianping.statuses import DONE, IMPOSSIBLE, UNDECIDED
from bianping.workbook_sheets import workbook_of
from plots import CHARTS
from scenarios import Town
from scenarios.words import Words

if TYPE_CHECKING:
    from bianping.options import Option

DUTY_CHARTS = tuple(
    one for one in CHARTS if one.key in {"differences", "waiting_by_stream"}
)


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = ("matter", "out", "workers", "seconds")
    return command("admit", words, run, options=options)


def run(request: Request) -> int:
    """Staff and play the town without and with the duty; write both and the verdict."""
    without, with_duty = towns_with_duty(request)
    _refuse_nothing_new(without, with_duty, request)
    if (folder := request.results(f"{without.id}-admission")) is not None:
        require_place(folder)
    session = Session(request, chances(without, request))
    words = request.words
    asked = admission(without, with_duty, session)
    text = admission_document(without.id, asked, session.how, words)
    if request.as_json:
        sys.stdout.write(text)
    else:
        click.echo("\n".join(admission_lines(without.name, asked, words)))
    if folder is not None:
        _write(asked, text, folder, words)
    return _status(asked)


def _refuse_nothing_new(without: Town, with_duty: Town, request: Request) -> None:
    new = [
        key
        for section in ("matters", "work")
        for key in brought(without, with_duty, section)
    ]
    if not new:
        name = request.words.name(without.name)
        raise UserError("nothing_to_admit", file=request.matter, scenario=name)


def _write(asked: Admission, text: str, folder: Path, words: Words) -> None:
    with output_folder(folder) as output:
        output.write("admission.json", text)
        write_plan(output, "declined/", asked.declined, words)
        write_plan(output, "accepted/", asked.accepted, words)
        if asked.played is not None:
            output.write("admission.xlsx", workbook_of([admission_sheet(asked, words)]))
            studies = [one.study for one in asked.played]
            differences = {studies[1].town.id: asked.differences}
            drawn = pictures(
                studies, words, differences=differences, charts=DUTY_CHARTS
            )
            write_charts(output, "charts/", drawn)
    say(words("console.done.wrote", path=folder))


def _status(asked: Admission) -> int:
    if asked.declined.interrupted or asked.accepted.interrupted:
        return INTERRUPTED
    return {"no": IMPOSSIBLE, "already": IMPOSSIBLE, "undecided": UNDECIDED}.get(
        asked.verdict, DONE
    )
