"""``bianping explain``: why a scenario can't be staffed."""

import sys

import click

from bianping.console import Progress, say
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder
from bianping.plan_document import explanation_document
from bianping.reading import towns_of
from bianping.request import Request, command
from bianping.staffing import Staffing, stopping
from bianping.statuses import DONE, exit_status
from optimizer.explain import explain
from scenarios.words import Words


def build(words: Words) -> click.Command:
    """Return the command."""
    return command("explain", words, run, options=("out", "seconds"))


def run(request: Request) -> int:
    """Say which demands clash, or that none do."""
    (town,) = towns_of(request)
    words = request.words
    progress = Progress()
    name = words.name(town.name)
    with progress.part(words("console.doing.explain", name=name)), stopping() as stop:
        outcome = explain(town, seconds=request.seconds, stop=stop)
    if outcome is None:
        click.echo(words("console.plan.possible", name=name), err=request.as_json)
        return DONE
    staffing = Staffing(town, outcome)
    text = explanation_document(staffing, words)
    if request.as_json:
        sys.stdout.write(text)
    else:
        for line in outcome_lines(staffing, request.seconds, words):
            click.echo(line)
    folder = request.results(town.id)
    if folder is not None:
        with output_folder(folder) as output:
            output.write("explanation.json", text)
        say(words("console.done.wrote", path=folder))
    return exit_status(staffing)
