"""``bianping simulate``: the working year and the careers of a plan."""

import sys
from contextlib import nullcontext
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from bianping.command import command
from bianping.console import say
from bianping.design_files import write_charts, write_plan
from bianping.errors import UserError
from bianping.headline_table import headline_table
from bianping.measure_documents import simulation_document
from bianping.outcome_texts import outcome_lines
from bianping.outputs import Output, output_folder
from bianping.plan_file import read_plan
from bianping.playing import Played, chances
from bianping.precision_texts import precision_lines
from bianping.reading import towns_of
from bianping.report.figures import pictures
from bianping.request import Request
from bianping.session import Session
from bianping.staffing import Staffing, given
from bianping.statuses import exit_status
from scenarios import Plan, Town
from scenarios.words import Words
from simulation.draw import draw_year
from simulation.event_files import write_events
from simulation.play import play

if TYPE_CHECKING:
    from bianping.options import Option


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = ("plan", "out", "workers", "seconds", "parquet")
    return command("simulate", words, run, options=options)


def run(request: Request) -> int:
    """Play one design; write its measures, the first year's events, and charts."""
    if request.parquet and find_spec("pyarrow") is None:
        raise UserError("no_pyarrow")
    (town,) = towns_of(request)
    words = request.words
    session = Session(request, chances(town, request))
    ready = _ready(town, request)
    folder = request.results(town.id)
    with nullcontext() if folder is None else output_folder(folder) as output:
        staffing = session.staff(town) if ready is None else ready
        for line in outcome_lines(staffing, request.seconds, words):
            click.echo(line, err=request.as_json)
        if output is not None:
            write_plan(output, "", staffing, words)
        if staffing.interrupted:
            raise KeyboardInterrupt
        if staffing.plan is not None:
            _play(town, staffing.plan, session, request, output)
    if folder is not None:
        say(words("console.done.wrote", path=folder))
    return exit_status(staffing)


def _ready(town: Town, request: Request) -> Staffing | None:
    """Return the staffing of ``--plan``, if there is one."""
    if request.plan is None:
        return None
    return given(town, read_plan(request.plan, town), "file")


def _play(
    town: Town, plan: Plan, session: Session, request: Request, output: Output | None
) -> None:
    words = request.words
    played = session.play(town, plan)
    text = simulation_document(played, session.how)
    if request.as_json:
        sys.stdout.write(text)
    else:
        click.echo(headline_table([played.study], {}, words))
    for line in precision_lines([played], session.how, words):
        say(line)
    if output is not None:
        with session.progress.part(words("console.doing.charts")):
            output.write("simulation.json", text)
            _write_events(played, session.how.seed, request, output)
            charts = pictures([played.study], words)
            write_charts(output, "charts/", charts)


def _write_events(played: Played, seed: int, request: Request, output: Output) -> None:
    town, plan = played.study.town, played.study.plan
    log = play(town, plan, draw_year(town, seed=seed, replication=0))
    write_events(log, output.path("events.csv"), year=town.calendar.year)
    if request.parquet:
        from simulation.event_tables import (  # noqa: PLC0415  may not be installed
            write_event_table,
        )

        table = output.path("events.parquet")
        write_event_table(log, table, year=town.calendar.year)
