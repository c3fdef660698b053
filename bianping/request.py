"""What the user asked for on the command line, apart from which command."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, get_args

import click

from bianping.documents import error_document
from bianping.errors import InterruptedWorkError, UserError
from bianping.limits_option import limits_option
from bianping.usage import Spoken
from bianping.words import catalogue
from scenarios.language.goals import GoalKey
from scenarios.reading.limits import USUAL, Limits
from scenarios.words import Lang, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options that all commands share.

    Parameters
    ----------
    files
        Scenario files; the first is the one that others are compared with.
    lang
        Language of all that is said, and of charts and reports.
    as_json
        Whether standard output carries one JSON document and nothing else.
    seed
        Where all chance begins, instead of what the scenarios say.
    settings
        Texts ``path.to.key=value``, which go before all files.
    out
        Folder for results.
    allow_outside
        Whether files may lie outside the scenario's folder tree.
    workers
        Processes and solver threads.
    seconds
        Most seconds for the solver, for each design.
    plan
        A ``plan.json`` to play instead of a new one.
    structure
        Whether the structure of each scenario is looked at too.
    alternatives
        Whether the next best people at each post are wanted.
    posts
        The posts whose next best people are wanted; all if none is named.
    prices
        Whether it is wanted what each rule costs.
    between, against
        The two goals of a frontier.
    points
        Most points of a frontier.
    matter
        A file with a new duty.
    parquet
        Whether the first year's events are wanted as a Parquet file too.
    anonymise
        Whether people go by pseudonyms in all that is put out.
    key
        Where the key of the pseudonyms is kept; asking for one asks for pseudonyms.
    limits
        Bounds on what is read.
    """

    files: tuple[Path, ...]
    lang: Lang = "zh"
    as_json: bool = False
    seed: int | None = None
    settings: tuple[str, ...] = ()
    out: Path | None = None
    allow_outside: bool = False
    workers: int = 0
    seconds: float = 60.0
    plan: Path | None = None
    structure: bool = False
    alternatives: bool = False
    posts: tuple[str, ...] = ()
    prices: bool = False
    between: GoalKey = "clashes"
    against: GoalKey = "fit"
    points: int = 12
    matter: Path | None = None
    parquet: bool = False
    anonymise: bool = False
    key: Path | None = None
    limits: Limits = USUAL

    def results(self, scenario: str) -> Path | None:
        """Return the folder for results: ``--out``, else ``out/`` and the scenario.

        With ``--json`` and without ``--out`` nothing is written.
        """
        if self.out is None and self.as_json:
            return None
        return self.out or Path("out") / scenario

    @property
    def processors(self) -> int:
        """How many processes or threads to use."""
        return self.workers or os.cpu_count() or 1

    @property
    def words(self) -> Words:
        """The catalogue of the language asked for."""
        return catalogue(self.lang)


Option = Literal[
    "out",
    "workers",
    "seconds",
    "plan",
    "structure",
    "alternatives",
    "posts",
    "prices",
    "between",
    "against",
    "points",
    "matter",
    "parquet",
]

_COMMON = (
    "lang", "as_json", "settings", "seed", "allow_outside", "limits", "anonymise",
    "key",
)  # fmt: skip


def command(
    name: str,
    words: Words,
    run: Callable[[Request], int],
    *,
    options: tuple[Option, ...] = (),
    many: bool = False,
) -> click.Command:
    """Return a command that reads its options into a `Request`.

    Parameters
    ----------
    name
        The command's name; its texts are ``commands.<name>.*``.
    words
        The language of the help.
    run
        What it does; gives the exit status.
    options
        Which options it has beside those of every command.
    many
        Whether it takes several files.
    """
    wanted = (*options, *_COMMON)
    files = click.Argument(
        ["files"],
        type=click.Path(path_type=Path),
        nargs=-1 if many else 1,
        required=True,
        metavar=words(f"usage.metavar.{'files' if many else 'file'}"),
    )

    def callback(**given: object) -> None:
        click.get_current_context().exit(_status(run, _request(given)))

    return Spoken(
        name,
        params=[files, *(option(one, words) for one in wanted)],
        callback=callback,
        help=words(f"commands.{name}.help"),
        epilog=words("commands.epilog"),
    )


def _status(run: Callable[[Request], int], request: Request) -> int:
    """Run a command; tell what the user can mend, or where an interruption left off."""
    try:
        return run(request)
    except UserError as error:
        text = request.words(f"console.error.{error.key}", **error.values)
        click.echo(text, err=True)
        if request.as_json:
            click.echo(error_document(text), nl=False)
        return 1
    except InterruptedWorkError as error:
        text = request.words("console.done.interrupted", path=error.unfinished)
        click.echo(text, err=True)
        return 130


def _request(given: Mapping[str, object]) -> Request:
    files = given["files"]
    paths = files if isinstance(files, tuple) else (files,)
    rest = {key: value for key, value in given.items() if key != "files"}
    return Request(files=paths, **rest)  # type: ignore[arg-type]  # click checked them


def option(key: str, words: Words) -> click.Option:
    """Return an option that commands share, with its help in the user's language."""
    text = words(f"commands.option.{key}", seconds=f"{_SECONDS:g}", points=_POINTS)
    if key == "lang":
        return _OPTIONS[key](help=text, default=words.lang)
    if key == "settings":
        return _OPTIONS[key](help=text, metavar=words("usage.metavar.setting"))
    if key == "limits":
        return limits_option(words, text)
    return _OPTIONS[key](help=text)


_SECONDS = 60.0
_POINTS = 12
_GOAL = click.Choice(get_args(GoalKey))
_PATH = click.Path(path_type=Path)
_OPTIONS: Mapping[str, Callable[..., click.Option]] = {
    "lang": partial(click.Option, ["--lang"], type=click.Choice(["zh", "en"])),
    "as_json": partial(click.Option, ["--json", "as_json"], is_flag=True),
    "settings": partial(click.Option, ["--set", "settings"], multiple=True),
    "allow_outside": partial(click.Option, ["--allow-outside"], is_flag=True),
    "seed": partial(click.Option, ["--seed"], type=click.IntRange(min=0)),
    "workers": partial(
        click.Option, ["--workers"], type=click.IntRange(min=0, max=256), default=0
    ),
    "seconds": partial(
        click.Option,
        ["--seconds"],
        type=click.FloatRange(min=0.1),
        default=_SECONDS,
    ),
    "out": partial(click.Option, ["--out"], type=_PATH),
    "plan": partial(click.Option, ["--plan"], type=_PATH),
    "structure": partial(click.Option, ["--structure"], is_flag=True),
    "alternatives": partial(click.Option, ["--alternatives"], is_flag=True),
    "posts": partial(click.Option, ["--post", "posts"], multiple=True, metavar="ID"),
    "prices": partial(click.Option, ["--prices"], is_flag=True),
    "between": partial(click.Option, ["--between"], type=_GOAL, required=True),
    "against": partial(click.Option, ["--and", "against"], type=_GOAL, required=True),
    "points": partial(
        click.Option, ["--points"], type=click.IntRange(min=2, max=200), default=_POINTS
    ),
    "matter": partial(click.Option, ["--matter"], type=_PATH, required=True),
    "parquet": partial(click.Option, ["--parquet"], is_flag=True),
    "anonymise": partial(click.Option, ["--anonymise"], is_flag=True),
    "key": partial(click.Option, ["--key"], type=_PATH),
}
