"""``--limit NAME=N``: raising the bounds on what is read."""

from dataclasses import asdict, replace

import click

from scenarios.reading.limits import USUAL, Limits
from scenarios.words import Words


def limits_option(words: Words, text: str) -> click.Option:
    """Return the option; it may stand several times.

    Parameters
    ----------
    words
        The language of messages.
    text
        Its help.
    """

    def gathered(
        ctx: click.Context, param: click.Parameter, given: tuple[str, ...]
    ) -> Limits:
        limits = USUAL
        for one in given:
            name, _, number = one.partition("=")
            if name not in asdict(USUAL) or not _is_count(number):
                known = ", ".join(asdict(USUAL))
                problem = words("commands.bad_limit", given=one, known=known)
                raise click.BadParameter(problem, ctx, param)
            limits = replace(limits, **{name: int(number)})
        return limits

    return click.Option(
        ["--limit", "limits"],
        multiple=True,
        metavar=words("usage.metavar.limit"),
        callback=gathered,
        help=text,
    )


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < len(text) <= 15 and int(text) > 0
