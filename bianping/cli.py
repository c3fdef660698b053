"""The command line: one command a module, loaded when it is used."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from keyword import iskeyword

import click
from click.exceptions import NoArgsIsHelpError

from bianping.documents import error_document
from bianping.start import INTERRUPTED
from bianping.usage import Spoken, section, usage_lines, usage_text, write_definitions
from bianping.words import Catalogue, catalogue
from simulation.compiled import is_compiled

COMMANDS = (
    "init",
    "import",
    "check",
    "optimize",
    "explain",
    "frontier",
    "admit",
    "simulate",
    "remedies",
    "compare",
    "schema",
)
"""The commands, in the order of their use; each is a module of its own."""


class _Commands(Spoken, click.Group):
    """A group that knows its commands' names and loads none for its help."""

    def __init__(self, words: Catalogue) -> None:
        super().__init__(
            "bianping",
            help=words("commands.help"),
            params=[_version_option(words), _group_language(words)],
            epilog=words("commands.epilog"),
            subcommand_metavar=words("usage.command_metavar"),
        )
        self._words = words

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        module = import_module(f"bianping.commands.{name}")
        built = module.build(self._words)
        return built if isinstance(built, click.Command) else None

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        with section(formatter, self._words("commands.heading")):
            write_definitions(
                formatter,
                [(name, self._words(f"commands.{name}.short")) for name in COMMANDS],
            )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    words = catalogue("en" if _language(given) == "en" else "zh")
    sys.exit(_status(given, words))


def _status(arguments: Sequence[str], words: Catalogue) -> int:
    """Run a command; give its exit status, with a message where it came to none."""
    try:
        status = _Commands(words).main(
            arguments, prog_name="bianping", standalone_mode=False, obj=words
        )
    except (click.Abort, KeyboardInterrupt):
        click.echo(words("commands.interrupted"), err=True)
        return INTERRUPTED
    except NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        click.echo("\n".join(usage_lines(error, words)), err=True)
        if "--json" in arguments:
            click.echo(error_document(usage_text(error, words)), nl=False)
        return error.exit_code
    return status if isinstance(status, int) else 0


def _language(arguments: Sequence[str]) -> str:
    """Return the language asked for, before any option has been parsed."""
    for one, following in zip(arguments, [*arguments, ""][1:], strict=True):
        if one == "--lang":
            return following
        if one.startswith("--lang="):
            return one.partition("=")[2]
    return os.environ.get("BIANPING_LANG", "zh")


def _group_language(words: Catalogue) -> click.Option:
    """Return ``--lang`` before a command; it has been read before anything else."""
    return click.Option(
        ["--lang"],
        type=click.Choice(["zh", "en"]),
        default=words.lang,
        expose_value=False,
        help=words("commands.option.lang"),
    )


def _version_option(words: Catalogue) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
        if asked and not ctx.resilient_parsing:
            own = version("bianping")
            compiled = words("commands.compiled", version=own)
            click.echo(compiled if is_compiled() else own)
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=words("commands.option.version"),
    )
