"""Why this one and not another: for each post the next best people and their price."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Event
from time import monotonic

from optimizer.choices import Alternative, Barred, Choice
from optimizer.next_best import NextBest
from optimizer.outcome import Step
from scenarios import Plan, Seat, Town
from scenarios.language.base import PostId

MOST = 3
"""How many people are looked for in each kind of seat."""

PROOF_SECONDS = 10.0
"""Seconds that a proof may take at least; less would mostly be wasted."""

Told = Callable[[int, int], None]
"""Told how many kinds of seats are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked.

    Parameters
    ----------
    posts
        Whose seats; all posts if left out.
    seconds
        How long it may take.
    workers
        How many seats are looked at side by side.
    stop
        When set, it ends with what it has.
    on_progress
        Told how far it is, in the calling thread.
    """

    posts: Sequence[PostId] | None = None
    seconds: float = 120
    workers: int = 2
    stop: Event | None = None
    on_progress: Told | None = None


ALL = Wanted()
"""Every post, within two minutes."""


def alternatives(
    town: Town, plan: Plan, steps: Sequence[Step] = (), wanted: Wanted = ALL
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
    wanted
        What is asked.
    """
    stop = wanted.stop or Event()
    deadline = monotonic() + wanted.seconds
    looking = NextBest(town, plan, steps, deadline=deadline, stop=stop)
    choices = [looking.nobody_yet(*where) for where in _seats(town, wanted.posts)]
    with ThreadPoolExecutor(max_workers=wanted.workers) as threads:
        try:
            filling = threads.map(lambda one: _filled(looking, one), choices)
            found = [*_telling(filling, len(choices), wanted.on_progress)]
            share = _share(looking, found, wanted.workers)
            return tuple(threads.map(lambda one: _proven(looking, one, share), found))
        except BaseException:
            stop.set()
            raise


def _seats(town: Town, posts: Sequence[PostId] | None) -> Iterator[tuple[PostId, Seat]]:
    for post in town.posts.values():
        if posts is None or post.id in posts:
            for seat, places in ((Seat.A, post.seats), (Seat.B, post.backups)):
                if places:
                    yield post.id, seat


def _telling(
    found: Iterator[Choice], of: int, on_progress: Told | None
) -> Iterator[Choice]:
    for number, one in enumerate(found, start=1):
        if on_progress:
            on_progress(number, of)
        yield one


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
