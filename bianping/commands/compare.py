"""``bianping compare``: several designs on the same drawn years."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bianping.command import command
from bianping.comparing import Compared, compared
from bianping.console import Progress, say
from bianping.design_files import write_charts, write_plan
from bianping.errors import UserError
from bianping.headline_table import headline_table
from bianping.measure_documents import comparison_document, simulation_document
from bianping.outcome_texts import outcome_lines
from bianping.outputs import Output, output_folder
from bianping.playing import Played, chances
from bianping.precision_texts import precision_lines
from bianping.reading import towns_of
from bianping.report.figures import pictures
from bianping.report.html import render
from bianping.request import Request
from bianping.session import Session
from bianping.statuses import exit_status
from scenarios import Town
from scenarios.words import Words

if TYPE_CHECKING:
    from bianping.options import Option
    from bianping.staffing import Staffing


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = ("out", "workers", "seconds")
    return command("compare", words, run, options=options, many=True)


def run(request: Request) -> int:
    """Staff and play every design; write plans, measures, charts and the report."""
    towns = towns_of(request)
    _refuse_same_ids(towns)
    folder = request.out or Path("out") / "comparison"
    with output_folder(folder) as output:
        done = _study(towns, request, output)
    if request.as_json:
        sys.stdout.write(_document(done))
    else:
        table = headline_table(done.studies, done.differences, request.words)
        click.echo(table)
        click.echo(request.words("console.done.report", path=folder / "report.html"))
    return max(exit_status(one) for one in done.staffings)


def _study(towns: Sequence[Town], request: Request, output: Output) -> Compared:
    words = request.words
    session = Session(request, chances(towns[0], request))
    staffings: list[Staffing] = []
    played: list[Played] = []
    for town in towns:
        staffing = session.staff(town)
        for line in outcome_lines(staffing, request.seconds, words):
            say(line)
        staffings.append(staffing)
        write_plan(output, f"{town.id}/", staffing, words)
        if staffing.interrupted:
            raise KeyboardInterrupt
        if staffing.plan is not None:
            one = session.play(town, staffing.plan)
            text = simulation_document(one, session.how)
            output.write(f"{town.id}/simulation.json", text)
            played.append(one)
    if not played:
        raise UserError("no_plans")
    done = compared(staffings, played, session.how)
    _write(done, output, words, session.progress)
    return done


def _write(done: Compared, output: Output, words: Words, progress: Progress) -> None:
    output.write("comparison.json", _document(done))
    with progress.part(words("console.doing.charts")):
        drawn = pictures(done.studies, words, differences=done.differences)
        write_charts(output, "charts/", drawn)
    with progress.part(words("console.doing.report")):
        output.write("report.html", render(done.report(words), drawn, words))
    years = sum(len(one.years) for one in done.played)
    broken = sum(not one.checks.hold for one in done.played)
    for line in precision_lines(done.played, done.how, words):
        say(line)
    say(words("console.doing.checks", count=years, broken=broken))
    say(words("console.done.times", parts=progress.spent()))


def _document(done: Compared) -> str:
    return comparison_document(done.staffings, done.played, done.differences, done.how)


def _refuse_same_ids(towns: Sequence[Town]) -> None:
    seen: set[str] = set()
    for town in towns:
        if town.id in seen:
            raise UserError("same_id", id=town.id)
        seen.add(town.id)
