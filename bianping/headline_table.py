"""The headline measures of some designs, as a table for the terminal."""

from collections.abc import Sequence

from bianping.terminal_table import aligned
from plots import Study
from plots.chart import Differences
from plots.headlines import (
    TOWN,
    Headline,
    favour,
    headlines,
    in_axis_units,
    name,
    shown,
)
from plots.texts import number
from plots.values import found, reach
from scenarios.words import Words


def headline_table(
    studies: Sequence[Study], differences: Differences, words: Words
) -> str:
    """Return a line a measure: mean and half-width, and what the difference says."""
    designs = [words.name(study.town.name) for study in studies]
    rows = [[words("console.table.measure"), *designs]]
    rows += [
        [
            name(one, words),
            *(_cell(one, s, differences, words) for s in studies),
        ]
        for one in headlines(studies)
    ]
    return aligned(rows)


def _cell(one: Headline, study: Study, differences: Differences, words: Words) -> str:
    value = found(study, one.measure, TOWN)
    if value is None:
        return words("console.table.nothing")
    half = number(in_axis_units(one, reach(value)))
    text = words("console.table.cell", mean=shown(one, value.mean), half=half)
    difference = differences.get(study.town.id, {}).get((one.measure, TOWN))
    if difference is None:
        return text
    said = words(f"charts.favour.{favour(one, difference)}")
    return words("console.table.cell_said", text=text, said=said)
