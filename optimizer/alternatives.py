"""Why this one and not another: for each post the next best people and their price."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from time import monotonic

from optimizer.choices import Alternative, Barred, Choice
from optimizer.next_best import NextBest
from optimizer.outcome import Step
from optimizer.spending import Spending, side_by_side
from scenarios import Plan, Seat, Town
from scenarios.language.base import PostId

MOST = 3
"""How many people are looked for in each kind of seat."""

PROOF_SECONDS = 10.0
"""Seconds that a proof may take at least; less would mostly be wasted."""


def alternatives(
    town: Town,
    plan: Plan,
    steps: Sequence[Step] = (),
    spending: Spending | None = None,
    *,
    posts: Sequence[PostId] | None = None,
) -> tuple[Choice, ...]:
    """Return for each kind of seat the next best people, and who can't.

    Parameters
    ----------
    town
        The town.
    plan
        A plan that keeps its hard rules.
    steps
        How far the plan is proven to be the best, as `assign` gave it.
    spending
        What it may take; two minutes if not said.
    posts
        Whose seats; all posts if left out.
    """
    spending = spending or Spending()
    deadline = monotonic() + spending.seconds
    looking = NextBest(town, plan, steps, deadline=deadline, stop=spending.stop)
    choices = [looking.nobody_yet(*where) for where in _seats(town, posts)]
    found = side_by_side(lambda one: _filled(looking, one), choices, spending)
    share = _share(looking, found, spending.workers)
    quietly = replace(spending, on_progress=None)
    return side_by_side(lambda one: _proven(looking, one, share), found, quietly)


def _seats(town: Town, posts: Sequence[PostId] | None) -> Iterator[tuple[PostId, Seat]]:
    for post in town.posts.values():
        if posts is None or post.id in posts:
            for seat, places in ((Seat.A, post.seats), (Seat.B, post.backups)):
                if places:
                    yield post.id, seat


def _filled(looking: NextBest, choice: Choice) -> Choice:
    """Return a choice with its alternatives, or with what bars everybody else."""
    while len(choice.alternatives) < MOST and (others := looking.others(choice)):
        match looking.after(choice, others):
            case Barred() as barred:
                choice = replace(choice, barred=(*choice.barred, barred))
                break
            case None:
                return choice
            case found:
                more = (*choice.alternatives, *found)[:MOST]
                choice = replace(choice, alternatives=more)
    return replace(choice, complete=True)


def _share(looking: NextBest, found: Sequence[Choice], workers: int) -> float:
    """Return the seconds that are left for the proof of each alternative."""
    unproven = sum(not each.proven for one in found for each in one.alternatives)
    return looking.seconds_left() * workers / max(1, unproven)


def _proven(looking: NextBest, choice: Choice, seconds: float) -> Choice:
    """Return a choice whose alternatives are proven, as long as there is time."""
    told: list[Alternative] = []
    for one in choice.alternatives:
        if not one.proven and looking.seconds_left() > 0:
            told.append(looking.proven(choice, one, max(seconds, PROOF_SECONDS)))
        else:
            told.append(one)
    return replace(choice, alternatives=tuple(told))
