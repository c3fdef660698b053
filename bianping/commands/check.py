"""``bianping check``: reads and checks, and says what the scenario holds."""

import click

from bianping.checking.report import Checked, check_document, check_lines
from bianping.command import command
from bianping.console import say_faults
from bianping.reading import FAULTY, read_files
from bianping.request import Request
from scenarios.words import Words


def build(words: Words) -> click.Command:
    """Return the command."""
    return command("check", words, run, options=("structure",), many=True)


def run(request: Request) -> int:
    """Check every file; give 1 if any has a fault."""
    read = read_files(request)
    checked = Checked(read.towns, read.faults, request.structure)
    if request.as_json:
        click.echo(check_document(checked, request.words), nl=False)
    else:
        for line in check_lines(checked, request.words):
            click.echo(line)
        if read.failures:
            say_faults(read.faults, request.words)
    return FAULTY if read.failures else 0
