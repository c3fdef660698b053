"""The results: headline measures, and what they say for and against each design."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan

from bianping.report.content import Comparison
from bianping.report.table import Cell, Table
from plots import Study
from plots.headlines import (
    TOWN,
    Favour,
    Headline,
    favour,
    headlines,
    in_axis_units,
    name,
    shown,
)
from plots.texts import number
from plots.values import found
from scenarios.words import Words
from simulation.summary import Measure


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the differences to the first design say about another one."""

    design: str
    favourable: str
    unfavourable: str
    unclear: str


def results_table(comparison: Comparison, words: Words) -> Table:
    """Return the headline measures, with the difference to the first design."""
    studies = comparison.studies
    rows = tuple(
        (
            Cell(name(one, words)),
            *(_cell(one, study, comparison, words) for study in studies),
        )
        for one in headlines(studies)
    )
    names = (words.name(study.town.name) for study in studies)
    return Table(
        words("report.results.caption"), (words("report.results.measure"), *names), rows
    )


def verdicts(comparison: Comparison, words: Words) -> tuple[Verdict, ...]:
    """Return a verdict for each design but the first."""
    return tuple(
        Verdict(
            words.name(study.town.name),
            *(
                _listed(comparison, study, said, words)
                for said in (Favour.FAVOURABLE, Favour.UNFAVOURABLE, Favour.UNCLEAR)
            ),
        )
        for study in comparison.studies[1:]
        if comparison.differences.get(study.town.id)
    )


def _cell(one: Headline, study: Study, comparison: Comparison, words: Words) -> Cell:
    value = found(study, one.measure, TOWN)
    text = "—" if value is None else shown(one, value.mean) + _half(one, value)
    difference = _difference(one, study, comparison)
    if difference is None:
        return Cell(text, kind="number")
    said = favour(one, difference)
    note = words(
        "report.results.difference_points"
        if one.share
        else "report.results.difference",
        difference=_signed(one, difference),
        half=_half_text(one, difference),
        said=words(f"charts.favour.{said}"),
    )
    return Cell(text, note, f"number {said}")


def _listed(comparison: Comparison, study: Study, said: Favour, words: Words) -> str:
    """Return the names of the measures of which the difference says so."""
    matching = (
        name(one, words)
        for one, difference in _differences(study, comparison)
        if favour(one, difference) is said
    )
    listed = words("charts.list_separator").join(matching)
    return listed or words("report.results.nothing")


def _differences(
    study: Study, comparison: Comparison
) -> Iterator[tuple[Headline, Measure]]:
    for one in headlines(comparison.studies):
        difference = _difference(one, study, comparison)
        if difference is not None:
            yield one, difference


def _difference(one: Headline, study: Study, comparison: Comparison) -> Measure | None:
    differences = comparison.differences.get(study.town.id, {})
    found_ = differences.get((one.measure, TOWN))
    return None if found_ is None or isnan(found_.mean) else found_


def _half(one: Headline, value: Measure) -> str:
    return f" ± {_half_text(one, value)}"


def _half_text(one: Headline, value: Measure) -> str:
    return number(in_axis_units(one, value.half_width))


def _signed(one: Headline, value: Measure) -> str:
    text = number(in_axis_units(one, value.mean))
    return f"+{text}" if value.mean > 0 and text != "0" else text
