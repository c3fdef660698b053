"""``bianping schema``: the JSON Schema of a scenario file."""

import json

import click

from bianping.options import option
from bianping.usage import Spoken
from scenarios.schema import scenario_schema
from scenarios.words import Words


def build(words: Words) -> click.Command:
    """Return the command, which reads no files and always prints JSON."""
    return Spoken(
        "schema",
        params=[option("lang", words), option("as_json", words)],
        callback=print_schema,
        help=words("commands.schema.help"),
        epilog=words("commands.epilog"),
    )


def print_schema(**_: object) -> None:
    """Print the schema; it is the same in either language."""
    click.echo(json.dumps(scenario_schema(), ensure_ascii=False, indent=1))
