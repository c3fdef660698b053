"""A search for remedies in words, and as sheets."""

from collections.abc import Iterator
from math import isinf, isnan

from bianping.remedying import Remedied
from bianping.terminal_table import aligned
from bianping.workbook_sheets import Cell, Sheet
from plots.texts import number
from scenarios.words import Words
from simulation.careers.remedies import Trial


def remedy_lines(found: Remedied, words: Words) -> Iterator[str]:
    """Yield what the wait was and is, what was tried, and what restores it."""
    old, design = words.name(found.old.name), words.name(found.design.name)
    years = number(found.search.target.years)
    yield words("remedies.target", name=old, years=years)
    rows = [
        words("remedies.headings").split("|"),
        *([str(cell) for cell in _row(one, words)] for one in found.search.trials),
    ]
    yield from ("  " + line for line in aligned(rows).splitlines())
    yield _outcome(found, design, words)


def remedy_sheets(found: Remedied, words: Words) -> tuple[Sheet, ...]:
    """Return a sheet of what was tried."""
    headings = words("remedies.headings").split("|")
    rows = [_row(trial, words) for trial in found.search.trials]
    return (Sheet(words("remedies.sheet"), headings, rows),)


def _outcome(found: Remedied, design: str, words: Words) -> str:
    cheapest = found.search.found
    if cheapest is None:
        key = "none" if found.search.complete else "out_of_time"
        return words(f"remedies.{key}", name=design)
    if not cheapest.remedies:
        return words("remedies.not_needed", name=design)
    return words(
        "remedies.found",
        name=design,
        remedies=_names(cheapest, words),
        price=number(cheapest.price),
    )


def _row(trial: Trial, words: Words) -> list[Cell]:
    years = trial.median.years
    longer, half_width = trial.longer
    differs = "—" if isnan(longer) else f"{longer:+.2f} ± {half_width:.2f}"
    return [
        _names(trial, words),
        number(trial.price),
        "—" if isinf(years) else f"{years:.2f}",
        differs,
    ]


def _names(trial: Trial, words: Words) -> str:
    names = [words.name(one.name) for one in trial.remedies]
    return words("charts.list_separator").join(names) or words("remedies.as_it_is")
