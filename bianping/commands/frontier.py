"""``bianping frontier``: what of two goals can be had together."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bianping.command import command
from bianping.console import Progress, say
from bianping.frontier_document import frontier_document, no_frontier_document
from bianping.frontier_texts import frontier_lines, frontier_sheets
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder, require_place
from bianping.plan_document import plan_document
from bianping.reading import towns_of
from bianping.request import Request
from bianping.staffing import Staffing
from bianping.start import INTERRUPTED
from bianping.statuses import DONE, exit_status
from bianping.trading import plan_name, staffing_of, traded, tradeoff
from bianping.workbook_sheets import workbook_of
from optimizer.front import Frontier
from optimizer.outcome import Impossible, Undecided
from plots import draw_frontier, png, svg
from scenarios.words import Words

if TYPE_CHECKING:
    from bianping.options import Option


def build(words: Words) -> click.Command:
    """Return the command."""
    options: tuple[Option, ...] = (
        "between", "against", "points", "out", "workers", "seconds",
    )  # fmt: skip
    return command("frontier", words, run, options=options)


def run(request: Request) -> int:
    """Find the frontier; write it with its chart and the plan of each point."""
    (town,) = towns_of(request)
    if (folder := request.results(f"{town.id}-frontier")) is not None:
        require_place(folder)
    words = request.words
    found = traded(town, request, Progress())
    if isinstance(found, Frontier):
        text, lines = frontier_document(found), [*frontier_lines(found, words)]
        status = INTERRUPTED if found.interrupted else DONE
    else:
        staffing = Staffing(town, found)
        text = no_frontier_document(staffing, words)
        lines = [*outcome_lines(staffing, request.seconds, words)]
        status = exit_status(staffing)
    if request.as_json:
        sys.stdout.write(text)
    else:
        click.echo("\n".join(lines))
    if folder is not None:
        _write(found, text, folder, words)
    return status


def _write(
    found: Frontier | Impossible | Undecided, text: str, folder: Path, words: Words
) -> None:
    with output_folder(folder) as output:
        output.write("frontier.json", text)
        if isinstance(found, Frontier):
            output.write("frontier.xlsx", workbook_of(frontier_sheets(found, words)))
            for number, point in enumerate(found.points, start=1):
                staffing = staffing_of(found, point)
                output.write(plan_name(number), plan_document(staffing, words))
            figure = draw_frontier(tradeoff(found), words)
            output.write("charts/frontier.svg", svg(figure).content)
            output.write("charts/frontier.png", png(figure).content)
    say(words("console.done.wrote", path=folder))
