"""``bianping simulate``: the working year and the careers of a plan."""

import sys
from pathlib import Path

import click

from bianping.console import say
from bianping.design_files import write_charts, write_plan
from bianping.headline_table import headline_table
from bianping.measure_documents import simulation_document
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder
from bianping.plan_file import read_plan
from bianping.playing import Chances, Played, chances
from bianping.reading import towns_of
from bianping.report.figures import pictures
from bianping.request import Option, Request, command
from bianping.session import Session
from bianping.staffing import Staffing, given
from bianping.statuses import exit_status
from scenarios.words import Words
from simulation.draw import draw_year
from simulation.log import write_events
from simulation.play import play


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = ("plan", "seed", "out", "workers", "seconds")
    return command("simulate", words, run, options=options)


def run(request: Request) -> int:
    """Play one design; write its measures, the first year's events, and charts."""
    (town,) = towns_of(request)
    words = request.words
    session = Session(request, chances(town, request))
    if request.plan is None:
        staffing = session.staff(town)
    else:
        staffing = given(town, read_plan(request.plan, town), "file")
    for line in outcome_lines(staffing, request.seconds, words):
        click.echo(line, err=request.as_json)
    if staffing.plan is None or staffing.interrupted:
        return exit_status(staffing)
    how = session.how
    played = session.play(town, staffing.plan)
    text = simulation_document(played, how)
    if request.as_json:
        sys.stdout.write(text)
    else:
        click.echo(headline_table([played.study], {}, words))
    folder = request.results(town.id)
    if folder is not None:
        with session.progress.part(words("console.doing.charts")):
            _write(staffing, played, how, folder, words)
        say(words("console.done.wrote", path=folder))
    return exit_status(staffing)


def _write(
    staffing: Staffing, played: Played, how: Chances, folder: Path, words: Words
) -> None:
    town, plan = played.study.town, played.study.plan
    year = draw_year(town, seed=how.seed, replication=0)
    with output_folder(folder) as output:
        write_plan(output, "", staffing, words)
        output.write("simulation.json", simulation_document(played, how))
        log = play(town, plan, year)
        write_events(log, output.path("events.csv"), year=town.calendar.year)
        write_charts(output, "charts/", pictures([played.study], words))
