"""Whether a town can take a new duty, in lines for the terminal and as a sheet."""

from collections.abc import Iterator
from math import isnan

from bianping.admission import Admission, Row, rows_of
from bianping.outcome_texts import refusal_lines
from bianping.rule_texts import breach_texts
from bianping.terminal_table import aligned
from bianping.workbook_sheets import Cell, Sheet
from optimizer.outcome import Impossible
from plots.headlines import HEADLINES, favour
from plots.texts import number
from scenarios import Town
from scenarios.language.base import Name
from scenarios.words import Words
from simulation.summary import Measure

_MOST_LISTED = 3
_SHARES = frozenset(one.measure for one in HEADLINES if one.share)
_HEADLINES = {one.measure: one for one in HEADLINES}


def admission_lines(name: Name, asked: Admission, words: Words) -> Iterator[str]:
    """Yield the question, the rules, the year, and the verdict."""
    duty = words.name(asked.duty)
    yield words("admission.title", name=words.name(name), duty=duty)
    matters, streams = len(asked.matters), len(asked.streams)
    yield words("admission.brings", matters=matters, streams=streams)
    yield words(
        f"admission.rules.{asked.rules}",
        count=asked.changed_seats,
        name=words.name(name),
    )
    yield from _broken_lines(asked, words)
    if isinstance(asked.accepted.outcome, Impossible):
        town = asked.accepted.town
        yield from refusal_lines(town, asked.accepted.outcome, words)
    yield from _year_lines(asked, words)
    yield verdict_text(asked, words)


def verdict_text(asked: Admission, words: Words) -> str:
    """Return the verdict in words."""
    if asked.verdict == "yes" and asked.played is None:
        return words("admission.verdict.unplayed")
    costs = [_cost(one, words) for one in asked.costs]
    if asked.slower:
        costs.append(words("admission.verdict.waits", count=len(asked.slower)))
    listed = words("console.text.between").join(costs)
    return words(
        f"admission.verdict.{asked.verdict}",
        costs=listed or words("admission.verdict.nothing"),
    )


def admission_sheet(asked: Admission, words: Words) -> Sheet:
    """Return the sheet of measures without and with the duty."""
    rows: list[tuple[Cell, ...]] = [
        (
            words(f"measures.{row.measure}.name"),
            words(f"measures.{row.measure}.unit"),
            of_text(asked.accepted.town, row.of, words),
            *_cells(row),
            _said(row, words),
        )
        for row in rows_of(asked)
    ]
    headings = words("admission.year.headings_wide").split("|")
    return Sheet(words("admission.year.sheet"), headings, rows)


def of_text(town: Town, of: str, words: Words) -> str:
    """Return what a measure is of, by its name."""
    kind, _, key = of.partition(":")
    match kind:
        case "unit":
            name = town.units[key].name
        case "lead":
            name = town.posts[key].name
        case "stream":
            name = town.work[key].name
        case _:
            return words("admission.of.town")
    return words(f"admission.of.{kind}", name=words.name(name))


def _broken_lines(asked: Admission, words: Words) -> Iterator[str]:
    if asked.broken:
        yield words("admission.rules.broken")
        for text in breach_texts(asked.accepted.town, asked.broken, words):
            yield words("console.plan.item", text=text)


def _year_lines(asked: Admission, words: Words) -> Iterator[str]:
    if asked.played is None:
        if asked.verdict == "yes":
            yield words("admission.year.none")
        return
    replications = len(asked.played[0].years)
    yield words("admission.year.played", replications=replications)
    rows = [words("admission.year.headings").split("|")]
    rows += [_row(asked, row, words) for row in rows_of(asked)]
    yield aligned(rows)
    if asked.slower:
        town = asked.declined.town
        listed = [
            words(
                "admission.year.slower_one",
                name=words.name(town.work[one.of.partition(":")[2]].name),
                mean=number(one.mean),
                half=number(one.half_width),
            )
            for one in asked.slower[:_MOST_LISTED]
        ]
        yield words(
            "admission.year.slower",
            count=len(asked.slower),
            of=len(town.work),
            listed=words("console.text.between").join(listed),
        )


def _row(asked: Admission, row: Row, words: Words) -> list[str]:
    name, unit = (words(f"measures.{row.measure}.{part}") for part in ("name", "unit"))
    share = row.measure in _SHARES
    return [
        name if share else words("charts.name_with_unit", name=name, unit=unit),
        of_text(asked.accepted.town, row.of, words),
        *(_cell(one, words) for one in (row.declined, row.accepted)),
        _difference(row, words),
    ]


def _cell(one: Measure | None, words: Words) -> str:
    if one is None or isnan(one.mean):
        return words("console.table.nothing")
    if one.measure in _SHARES:
        return words("admission.year.cell_share", value=number(100 * one.mean))
    return number(one.mean)


def _difference(row: Row, words: Words) -> str:
    one = row.difference
    if one is None or isnan(one.mean):
        return words("console.table.nothing")
    scale = 100 if one.measure in _SHARES else 1
    mean, half = number(scale * one.mean), number(scale * one.half_width)
    text = words("console.table.cell", mean=mean, half=half)
    return words("console.table.cell_said", text=text, said=_said(row, words))


def _said(row: Row, words: Words) -> str:
    headline = _HEADLINES.get(row.measure)
    if row.difference is None or headline is None:
        return ""
    return words(f"charts.favour.{favour(headline, row.difference)}")


def _cells(row: Row) -> tuple[Cell, ...]:
    difference = row.difference
    means = [one.mean if one else None for one in (row.declined, row.accepted)]
    both = (None, None) if difference is None else (
        difference.mean, difference.half_width,
    )  # fmt: skip
    return tuple("" if one is None or isnan(one) else one for one in (*means, *both))


def _cost(one: Measure, words: Words) -> str:
    scale = 100 if one.measure in _SHARES else 1
    unit = words(f"measures.{one.measure}.unit")
    return words(
        "admission.verdict.cost",
        name=words(f"measures.{one.measure}.name"),
        mean=number(scale * one.mean),
        half=number(scale * one.half_width),
        unit="%" if one.measure in _SHARES else unit,
    )
