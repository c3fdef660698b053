"""Who holds what, and what came of staffing: the lists of a report."""

from collections.abc import Mapping, Sequence

from bianping.report.content import Comparison, Outcome
from bianping.report.table import Cell, Table
from plots import Study
from plots.texts import number
from scenarios import Assignment, Seat
from scenarios.language.base import PostId
from scenarios.words import Words


def ab_table(study: Study, outcome: Outcome | None, words: Words) -> Table:
    """Return every post with its A- and B-holders, and why they are there."""
    reasons = outcome.reasons if outcome else {}
    town = study.town
    rows: list[tuple[Cell, ...]] = [
        (
            Cell(words.name(town.units[unit].name)),
            Cell(words.name(town.posts[post].name)),
            Cell(_people(study, post, Seat.A, words)),
            Cell(_people(study, post, Seat.B, words)),
            Cell(_why(study, post, reasons, words), kind="reason"),
        )
        for unit, posts in town.posts_of_unit.items()
        for post in posts
    ]
    head: tuple[str, ...] = ("unit", "post", "a", "b", "reason")
    if not reasons:
        rows, head = [row[:-1] for row in rows], head[:-1]
    return Table(
        words("report.staffing.caption", design=words.name(town.name)),
        tuple(words(f"report.staffing.{key}") for key in head),
        tuple(rows),
    )


def outcomes_table(comparison: Comparison, words: Words) -> Table:
    """Return how each plan came about, with the goals' values and bounds."""
    towns = [*(study.town for study in comparison.studies), *comparison.left_out]
    rows = [
        row
        for town in towns
        if (outcome := comparison.outcomes.get(town.id)) is not None
        for row in _steps(words.name(town.name), outcome, words)
    ]
    head = ("design", "status", "goal", "value", "bound")
    return Table(
        words("report.method.caption"),
        tuple(words(f"report.method.{key}") for key in head),
        tuple(rows),
    )


def _people(study: Study, post: PostId, seat: Seat, words: Words) -> str:
    names = (study.town.people[one].name for one in study.plan.holders(post, seat))
    return words("charts.list_separator").join(names) or "—"


def _why(
    study: Study, post: PostId, reasons: Mapping[Assignment, str], words: Words
) -> str:
    """Return the reasons of everybody in the post's seats, each with the name."""
    holders = [
        Assignment(post, seat, person)
        for seat in Seat
        for person in study.plan.holders(post, seat)
    ]
    return "\n".join(
        words(
            "report.staffing.because",
            person=study.town.people[one.person].name,
            seat=one.seat,
            reason=reasons[one],
        )
        for one in holders
        if one in reasons
    )


def _steps(design: str, outcome: Outcome, words: Words) -> Sequence[tuple[Cell, ...]]:
    status = words(f"report.status.{outcome.status}")
    goals = [
        (step.goal, number(step.value), number(step.bound)) for step in outcome.steps
    ] or [("—", "—", "—")]
    return [
        (
            Cell(design if first else ""),
            Cell(status if first else ""),
            Cell(goal),
            Cell(value, kind="number"),
            Cell(bound, kind="number"),
        )
        for first, (goal, value, bound) in zip(
            [True, *[False] * (len(goals) - 1)], goals, strict=True
        )
    ]
