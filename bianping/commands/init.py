"""``bianping init``: a workspace to start from."""

import sys
from pathlib import Path

import click

from bianping.console import say
from bianping.documents import document, error_document
from bianping.options import option
from bianping.usage import Spoken
from bianping.words import catalogue
from bianping.workspace.contents import copy_demo, example_rows, write_workspace
from bianping.workspace.errors import WorkspaceError
from bianping.workspace.folder import new_folder
from bianping.workspace.workbook import BOOK
from scenarios.words import Lang, Words

_FILES = {"town.yaml": "town", "old.yaml": "old", "flat.yaml": "flat", BOOK: "book"}


def build(words: Words) -> click.Command:
    """Return the command."""
    return Spoken(
        "init",
        params=[
            click.Argument(
                ["folder"],
                type=click.Path(path_type=Path),
                metavar=words("usage.metavar.folder"),
            ),
            click.Option(
                ["--from", "source"],
                type=click.Choice(["example", "demo"]),
                default="example",
                help=words("commands.init.from"),
            ),
            option("lang", words),
            option("as_json", words),
        ],
        callback=run,
        help=words("commands.init.help"),
        epilog=words("commands.epilog"),
    )


def run(*, folder: Path, source: str, lang: Lang, as_json: bool) -> None:
    """Make a workspace; exit with 1 if there is no room for it."""
    words = catalogue(lang)
    try:
        with new_folder(folder) as unfinished:
            if source == "demo":
                copy_demo(unfinished)
            else:
                write_workspace(unfinished, example_rows(lang), words)
    except WorkspaceError as error:
        text = words(f"workspace.error.{error.key}", **error.values)
        say(text)
        if as_json:
            sys.stdout.write(error_document(text))
        sys.exit(1)
    if as_json:
        names = sorted(one.name for one in folder.iterdir())
        body = {"folder": str(folder), "files": names}
        sys.stdout.write(document("bianping.init/1", body))
    else:
        click.echo("\n".join(_lines(folder, source, words)))


def _lines(folder: Path, source: str, words: Words) -> list[str]:
    check = folder / "flat.yaml"
    if source == "demo":
        return [words("workspace.done.demo", path=folder, check=check)]
    width = max(map(len, _FILES))
    return [
        words("workspace.done.init", path=folder),
        *(
            words(
                "workspace.done.files",
                name=name.ljust(width),
                what=words(f"workspace.done.{key}"),
            )
            for name, key in _FILES.items()
        ),
        words("workspace.done.next", book=folder / BOOK, check=check),
    ]
