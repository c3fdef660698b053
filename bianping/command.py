"""Commands: what reads its options into a request, runs, and tells what went wrong."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from bianping.documents import error_document
from bianping.errors import InterruptedWorkError, UserError
from bianping.options import Option, option
from bianping.request import Request
from bianping.usage import Spoken
from scenarios.words import Words

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
