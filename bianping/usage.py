"""How commands are used: their help, and what is said of wrong usage."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches

import click

from bianping.terminal_table import definitions
from bianping.words import Catalogue


class Spoken(click.Command):
    """A command whose help speaks the language of the catalogue it runs with."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is wrong with them knows its command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _words(ctx)("usage.help")
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what the line of usage names after the command."""
        _, *pieces = super().collect_usage_pieces(ctx)
        return [_words(ctx)("usage.options_metavar"), *pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        heading = _words(ctx)("usage.heading")
        formatter.write_usage(ctx.command_path, pieces, heading)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options."""
        records = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            and (record := _help_record(param, ctx)) is not None
        ]
        with section(formatter, _words(ctx)("usage.options")):
            write_definitions(formatter, records)


def _help_record(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    """Return an option and its help, with a word for its value."""
    if option.metavar is None and not option.is_flag:
        match option.type:
            case click.Path():
                option.metavar = _words(ctx)("usage.metavar.path")
            case click.IntRange():
                option.metavar = _words(ctx)("usage.metavar.whole")
            case click.FloatRange():
                option.metavar = _words(ctx)("usage.metavar.number")
            case _:
                pass
    return option.get_help_record(ctx)


@contextmanager
def section(formatter: click.HelpFormatter, heading: str) -> Iterator[None]:
    """Write what follows under a heading, whose colon is its language's own."""
    formatter.write_paragraph()
    formatter.write(f"{heading}\n")
    with formatter.indentation():
        yield


def write_definitions(
    formatter: click.HelpFormatter, rows: Sequence[tuple[str, str]]
) -> None:
    """Write terms with their meanings, aligned for Chinese letters too."""
    indent = " " * formatter.current_indent
    for line in definitions(rows, formatter.width - formatter.current_indent):
        formatter.write(f"{indent}{line}\n")


def usage_lines(error: click.UsageError, words: Catalogue) -> list[str]:
    """Return the usage of the command, what is wrong, and where help is."""
    text = usage_text(error, words)
    if error.ctx is None:
        return [text]
    help_of = words("usage.see_help", command=error.ctx.command_path)
    return [error.ctx.get_usage(), text, help_of]


def usage_text(error: click.UsageError, words: Catalogue) -> str:
    """Return what is wrong with the usage."""
    match error:
        case click.NoSuchOption():
            return _unknown("option", error.option_name, error.possibilities, words)
        case click.NoSuchCommand():
            near = get_close_matches(error.command_name, _commands(error))
            return _unknown("command", error.command_name, near, words)
        case click.MissingParameter(param=click.Parameter() as param):
            return words("usage.missing", name=_name(param))
        case click.BadParameter(param=click.Parameter() as param):
            wanted = _wanted(param.type, words) or error.message
            return words("usage.bad_value", name=_name(param), wanted=wanted)
        case click.BadOptionUsage():
            sort = "no_value" if _is_switch(error) else "needs_value"
            return words(f"usage.{sort}", name=error.option_name)
        case _:
            return words("usage.too_many")


def _unknown(
    sort: str, name: str, possibilities: list[str] | None, words: Catalogue
) -> str:
    text = words(f"usage.no_such_{sort}", name=name)
    if not possibilities:
        return text
    return words("usage.did_you_mean", text=text, known=", ".join(possibilities))


def _commands(error: click.UsageError) -> Sequence[str]:
    match error.ctx:
        case click.Context(command=click.Group() as group) as ctx:
            return group.list_commands(ctx)
        case _:
            return ()


def _wanted(sort: object, words: Catalogue) -> str | None:
    match sort:
        case click.Choice(choices=choices):
            return words("usage.wanted.choice", known=", ".join(choices))
        case click.IntRange(min=least, max=None):
            return words("usage.wanted.whole", least=least)
        case click.IntRange(min=least, max=most):
            return words("usage.wanted.whole_between", least=least, most=most)
        case click.FloatRange(min=least):
            return words("usage.wanted.number", least=least)
        case _:
            return None


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Argument):
        return param.metavar or param.human_readable_name
    return param.opts[0]


def _is_switch(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx is not None else []
    return any(
        isinstance(one, click.Option) and one.is_flag and error.option_name in one.opts
        for one in params
    )


def _words(ctx: click.Context) -> Catalogue:
    words = ctx.find_root().obj
    if not isinstance(words, Catalogue):
        raise TypeError("a command runs with the catalogue of its language")
    return words
