"""A frontier in lines for the terminal, and as sheets."""

from collections.abc import Iterator
from math import isinf

from bianping.staffing import objectives
from bianping.terminal_table import aligned
from bianping.trading import plan_name, staffing_of, tradeoff
from bianping.workbook_sheets import Sheet
from optimizer.front import Frontier
from plots import Mark, Region, Tradeoff
from scenarios.words import Words


def frontier_lines(found: Frontier, words: Words) -> Iterator[str]:
    """Yield the goals kept, the points, and whether there may be others."""
    shown = tradeoff(found)
    first, second = _names(shown, words)
    name = words.name(found.town.name)
    yield words("frontier.title", name=name, first=first, second=second)
    yield from _kept_lines(found, words)
    yield aligned([_headings(shown, "headings", words), *_rows(shown, words)])
    if found.interrupted:
        yield words("frontier.interrupted")
    yield words(f"frontier.{_known(found)}")
    for region in shown.regions:
        yield words(
            "frontier.gap",
            where=_where(region, len(shown.marks), words),
            first=first,
            second=second,
            first_span=_span(region.first, words),
            second_span=_span(region.second, words),
        )


def frontier_sheets(found: Frontier, words: Words) -> tuple[Sheet, Sheet]:
    """Return a sheet of the points and one of where others may lie."""
    shown = tradeoff(found)
    points = Sheet(
        words("frontier.sheet"),
        _headings(shown, "headings_wide", words),
        [
            (
                number,
                mark.values[0],
                mark.bounds[0],
                mark.values[1],
                mark.bounds[1],
                words("frontier.yes" if mark.proven else "frontier.no"),
                plan_name(number),
            )
            for number, mark in enumerate(shown.marks, start=1)
        ],
    )
    gaps = Sheet(
        words("frontier.gaps_sheet"),
        _headings(shown, "gaps_headings", words),
        [
            (
                _where(region, len(shown.marks), words),
                *("" if isinf(end) else end for end in (*region.first, *region.second)),
            )
            for region in shown.regions
        ],
    )
    return points, gaps


def _known(found: Frontier) -> str:
    if found.gaps:
        return "partial"
    return "complete" if found.complete else "kept_unproven"


def _kept_lines(found: Frontier, words: Words) -> Iterator[str]:
    """Yield the goals kept, as the plan of any point tells them."""
    for one in objectives(staffing_of(found, found.points[0]))[:-2]:
        yield words(
            "frontier.kept",
            goal=words(f"goals.{one.goal}.name"),
            unit=words(f"goals.{one.goal}.unit"),
            value=f"{one.value:g}",
            bound=f"{one.bound:g}",
        )


def _names(shown: Tradeoff, words: Words) -> list[str]:
    return [words(f"goals.{goal}.name") for goal in shown.goals]


def _headings(shown: Tradeoff, key: str, words: Words) -> list[str]:
    named = [
        words(
            "charts.name_with_unit",
            name=words(f"goals.{goal}.name"),
            unit=words(f"goals.{goal}.unit"),
        )
        for goal in shown.goals
    ]
    return words(f"frontier.{key}", first=named[0], second=named[1]).split("|")


def _rows(shown: Tradeoff, words: Words) -> Iterator[list[str]]:
    for number, mark in enumerate(shown.marks, start=1):
        first, second = mark.values
        yield [str(number), f"{first:g}", f"{second:g}", _proof(mark, words)]


def _proof(mark: Mark, words: Words) -> str:
    if mark.proven:
        return words("frontier.proven")
    first, second = mark.bounds
    return words("frontier.unproven", first=f"{first:g}", second=f"{second:g}")


def _where(region: Region, count: int, words: Words) -> str:
    before, after = region.place, region.place + 1
    if not before:
        return words("frontier.where_first", after=after)
    key = "where_last" if before == count else "where_between"
    return words(f"frontier.{key}", before=before, after=after)


def _span(span: tuple[float, float], words: Words) -> str:
    least, most = span
    if isinf(most):
        return words("frontier.span_open", least=f"{least:g}")
    return words("frontier.span", least=f"{least:g}", most=f"{most:g}")
