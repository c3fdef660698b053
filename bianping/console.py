"""What goes to the terminal: results to standard output, the rest to standard error."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter

import click

from scenarios.reading.faults import Fault, FaultyScenarioError
from scenarios.words import Words

_REDRAW_SECONDS = 0.2
_LONGEST_QUOTE = 400
"""Characters of a file's own that a message quotes at most."""


def say(text: str) -> None:
    """Write a line of progress or a message to standard error."""
    click.echo(text, err=True)


def fault_lines(error: FaultyScenarioError, words: Words) -> list[str]:
    """Return one line a fault: where, what, and what to do."""
    return [_line(fault, words) for fault in error.faults]


def say_faults(error: FaultyScenarioError, words: Words) -> None:
    """Write every fault to standard error, and how many there are."""
    for line in fault_lines(error, words):
        say(line)
    say(words("faults.count", count=len(error.faults)))


def _line(fault: Fault, words: Words) -> str:
    values = {name: _quoted(value) for name, value in fault.values.items()}
    if "sort" in values:
        values["sort"] = words(f"faults.sort.{values['sort']}")
    text = words(f"faults.text.{fault.key}", **values)
    place, path = _quoted(str(fault.place)), _quoted(fault.path)
    if not path:
        return words("faults.line_without_path", place=place, text=text)
    return words("faults.line", place=place, path=path, text=text)


def _quoted(text: str) -> str:
    """Return what a file says so that it can be shown: no commands, not too long."""
    seen = "".join(
        one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text
    )
    return seen if len(seen) <= _LONGEST_QUOTE else f"{seen[:_LONGEST_QUOTE]}…"


@dataclass(slots=True)
class Part:
    """What a part of the work came to."""

    has_result: bool = True
    """Whether it came to what it was for; whoever does it says so if not."""


class Progress:
    """How far a long piece of work is, on standard error.

    On a terminal the line is redrawn in place; elsewhere a line is written when a
    part begins and when it ends.
    """

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._drawn = 0.0
        self.seconds: dict[str, float] = {}

    @contextmanager
    def part(self, text: str) -> Iterator[Part]:
        """Announce a part of the work, and how long it took once it is done."""
        begun, part = time.perf_counter(), Part()
        self._draw(f"… {text}")
        try:
            yield part
        except BaseException:
            self._end_line()
            raise
        spent = time.perf_counter() - begun
        self.seconds[text] = spent
        mark = "✓" if part.has_result else "–"
        self._finish(f"{mark} {text}  {spent:.1f} s")

    def show(self, text: str) -> None:
        """Show where a part of the work is; on a terminal only, and not too often."""
        now = time.perf_counter()
        if self._live and now - self._drawn > _REDRAW_SECONDS:
            self._drawn = now
            self._draw(f"… {text}")

    def spent(self) -> str:
        """Return where the time went, the longest part first."""
        parts = sorted(self.seconds.items(), key=itemgetter(1), reverse=True)
        return " · ".join(f"{text} {spent:.1f}" for text, spent in parts)

    def _end_line(self) -> None:
        if self._live:
            click.echo(err=True)

    def _draw(self, text: str) -> None:
        if self._live:
            click.echo(f"\r\x1b[2K{text}", err=True, nl=False)

    def _finish(self, text: str) -> None:
        click.echo(f"\r\x1b[2K{text}" if self._live else text, err=True)
