"""``bianping optimize``: A- and B-holders of every post."""

import sys
from pathlib import Path

import click

from bianping.command import command
from bianping.console import Progress, say
from bianping.design_files import write_charts, write_plan
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder, require_place
from bianping.plan_document import plan_document
from bianping.reading import towns_of
from bianping.report.figures import pictures
from bianping.request import Request
from bianping.solving import solve
from bianping.staffing import Staffing
from bianping.statuses import exit_status
from bianping.terminal_table import aligned
from plots import CHARTS, Study
from scenarios import Plan, Seat, Town
from scenarios.words import Words

_MOST_LINES = 25
"""A plan of more posts is read in its files and not on the terminal."""

PLAN_CHARTS = tuple(one for one in CHARTS if one.key in {"structure", "ab_matrix"})


def build(words: Words) -> click.Command:
    """Return the command."""
    return command("optimize", words, run, options=("out", "workers", "seconds"))


def run(request: Request) -> int:
    """Staff one town; write the plan and its charts."""
    (town,) = towns_of(request)
    if (folder := request.results(town.id)) is not None:
        require_place(folder)
    progress, words = Progress(), request.words
    if town.staffing == "today":
        say(words("console.text.solved_anyway"))
    staffing = solve(town, request, progress)
    if request.as_json:
        sys.stdout.write(plan_document(staffing, words))
    else:
        for line in outcome_lines(staffing, request.seconds, words):
            click.echo(line)
        if staffing.plan is not None and len(town.posts) <= _MOST_LINES:
            click.echo(aligned(_rows(town, staffing.plan, words)))
    if folder is not None:
        _write(staffing, folder, words)
    return exit_status(staffing)


def _rows(town: Town, plan: Plan, words: Words) -> list[list[str]]:
    between = words("console.text.and")
    rows = [words("console.plan.headings").split("|")]
    for post in town.posts.values():
        names = (
            between.join(town.people[one].name for one in plan.holders(post.id, seat))
            for seat in Seat
        )
        rows.append([words.name(post.name), *names])
    return rows


def _write(staffing: Staffing, folder: Path, words: Words) -> None:
    with output_folder(folder) as output:
        write_plan(output, "", staffing, words)
        if staffing.plan is not None:
            study = Study(staffing.town, staffing.plan, {})
            drawn = pictures([study], words, charts=PLAN_CHARTS)
            write_charts(output, "charts/", drawn)
    say(words("console.done.wrote", path=folder))
