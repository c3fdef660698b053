"""Finding out why a plan is as it is: the next best people, and what rules cost."""

import sys
from pathlib import Path

import click

from bianping.console import Progress, say
from bianping.design_files import write_plan
from bianping.errors import UserError
from bianping.exploration import Exploration
from bianping.exploration_document import exploration_document
from bianping.exploration_texts import choice_lines, price_lines
from bianping.outcome_texts import outcome_lines
from bianping.outputs import output_folder, require_place
from bianping.plan_file import read_plan
from bianping.request import Request
from bianping.rule_texts import breach_texts
from bianping.solving import solve
from bianping.staffing import Staffing, given
from bianping.statuses import exit_status
from bianping.stopping import stopping
from optimizer.alternatives import alternatives
from optimizer.audit import audit
from optimizer.outcome import Solved
from optimizer.prices import prices
from optimizer.spending import Spending
from plots import png, svg
from plots.rule_prices import draw
from scenarios import Town
from scenarios.language.rules import Mode

PART = 2.0
"""How many times ``--seconds`` each of the two parts may take."""

FIRST = 3
"""How many demands that a plan breaks are said, of all that it breaks."""


def explore(town: Town, request: Request) -> int:
    """Find a plan or take the given one, find out about it, and tell."""
    _require_posts(town, request)
    folder = request.results(f"{town.id}-explained")
    if folder is not None:
        require_place(folder)
    progress, words = Progress(), request.words
    staffing = _staffing(town, request, progress)
    exploration = _explored(staffing, request, progress)
    if request.as_json:
        sys.stdout.write(exploration_document(exploration, words))
    else:
        click.echo("\n".join(_lines(exploration, request)))
    if folder is not None:
        _write(exploration, folder, request)
    return exit_status(staffing)


def _require_posts(town: Town, request: Request) -> None:
    if unknown := [post for post in request.posts if post not in town.posts]:
        raise UserError("no_such_post", posts=", ".join(unknown))


def _staffing(town: Town, request: Request, progress: Progress) -> Staffing:
    if request.plan is None:
        return solve(town, request, progress)
    plan = read_plan(request.plan, town)
    if broken := audit(town, plan, modes=(Mode.HARD,)):
        between = request.words("console.text.between")
        first = breach_texts(town, broken[:FIRST], request.words)
        raise UserError(
            "plan_breaks_rules",
            file=request.plan,
            count=len(broken),
            first=between.join(first),
        )
    return given(town, plan, "file")


def _explored(staffing: Staffing, request: Request, progress: Progress) -> Exploration:
    if staffing.plan is None:
        return Exploration(staffing)
    town, plan, words = staffing.town, staffing.plan, request.words
    steps = staffing.outcome.steps if isinstance(staffing.outcome, Solved) else ()

    def tell(number: int, of: int) -> None:
        progress.show(words("console.doing.count", number=number, of=of))

    choices = costs = None
    with stopping() as stop:
        spending = Spending(
            seconds=PART * request.seconds,
            workers=request.processors,
            stop=stop,
            on_progress=tell,
        )
        if request.alternatives or request.posts:
            posts = request.posts or None
            with progress.part(words("console.doing.alternatives")):
                choices = alternatives(town, plan, steps, spending, posts=posts)
        if request.prices:
            with progress.part(words("console.doing.prices")):
                costs = prices(town, plan, steps, spending)
    return Exploration(staffing, choices, costs)


def _lines(exploration: Exploration, request: Request) -> list[str]:
    words = request.words
    lines = [*outcome_lines(exploration.staffing, request.seconds, words)]
    if exploration.choices is not None:
        lines += choice_lines(exploration, words, whole=bool(request.posts))
    if exploration.prices is not None:
        lines += price_lines(exploration, words)
    return lines


def _write(exploration: Exploration, folder: Path, request: Request) -> None:
    words, staffing = request.words, exploration.staffing
    with output_folder(folder) as output:
        output.write("explanation.json", exploration_document(exploration, words))
        write_plan(output, "", staffing, words, exploration.choices or ())
        if exploration.prices is not None:
            figure = draw(staffing.town, exploration.prices, words)
            output.write("charts/rule_prices.svg", svg(figure).content)
            output.write("charts/rule_prices.png", png(figure).content)
    say(words("console.done.wrote", path=folder))
