"""``bianping explain``: why a scenario can't be staffed, why a plan is as it is."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bianping.command import command
from bianping.console import Progress, say
from bianping.exploring import explore
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder, require_place
from bianping.plan_document import explanation_document, possible_document
from bianping.reading import towns_of
from bianping.request import Request
from bianping.staffing import Staffing
from bianping.statuses import DONE, exit_status
from bianping.stopping import stopping
from optimizer.explain import explain
from scenarios.words import Words

if TYPE_CHECKING:
    from bianping.options import Option


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = (
        "alternatives",
        "posts",
        "prices",
        "plan",
        "out",
        "workers",
        "seconds",
    )
    return command("explain", words, run, options=options)


def run(request: Request) -> int:
    """Say which demands clash, or that none do; or why a plan is as it is."""
    (town,) = towns_of(request)
    if request.alternatives or request.posts or request.prices:
        return explore(town, request)
    if (folder := request.results(town.id)) is not None:
        require_place(folder)
    words = request.words
    progress = Progress()
    name = words.name(town.name)
    with progress.part(words("console.doing.explain", name=name)), stopping() as stop:
        outcome = explain(town, seconds=request.seconds, stop=stop)
    if outcome is None:
        lines = [words("console.plan.possible", name=name)]
        _tell(possible_document(town), lines, request.out, request)
        return DONE
    staffing = Staffing(town, outcome)
    lines = [*outcome_lines(staffing, request.seconds, words)]
    _tell(explanation_document(staffing, words), lines, folder, request)
    return exit_status(staffing)


def _tell(
    text: str, lines: Sequence[str], folder: Path | None, request: Request
) -> None:
    """Show the document or the lines, and write the document if there is a folder.

    Where nothing clashes that is only the user's own ``--out``: a plan that stands
    in the usual folder stays.
    """
    if request.as_json:
        sys.stdout.write(text)
    else:
        click.echo("\n".join(lines))
    if folder is not None:
        with output_folder(folder) as output:
            output.write("explanation.json", text)
        say(request.words("console.done.wrote", path=folder))
