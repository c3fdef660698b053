"""Which hands take an ask: A before B, who was idle longest before the others."""

from collections.abc import Iterable
from operator import attrgetter

from simulation.play.asks import Ask, Level
from simulation.play.lines import Pool
from simulation.play.situation import People
from simulation.play.workers import Hand, IdleSince


def agreed_hand(pool: Pool, ask: Ask) -> list[Hand]:
    """Return the A-holder whose present work gives way once the leads agree."""
    lower = [
        hand
        for hand in _within_reach(pool.a, pool.present, ask, below=Level.DUTY)
        if (job := hand.worker.job) is None
        or job.ask.piece.task.priority > ask.piece.task.priority
    ]
    return _enough(sorted(lower, key=_least_bound), ask)


def pressing_hands(pool: Pool, ask: Ask) -> list[Hand]:
    """Return people for an ask that may interrupt.

    The idle go first, then the least bound; A-holders go before B-holders, unless
    people take turns.
    """
    idle = pool.idle_a & ~ask.taken
    if ask.turns is None and idle.bit_count() >= ask.count:
        return idle_longest(idle, pool.a, ask.count)
    present = pool.present
    hands = sorted(_within_reach(pool.a, present, ask), key=_least_bound)
    if ask.for_backups or pool.few_present(ask.count):
        hands += sorted(_within_reach(pool.b, present, ask), key=_least_bound)
    turns = ask.turns
    if turns is not None:
        hands.sort(key=lambda hand: turns.get(hand.worker.index, 0))
    return _enough(hands, ask)


def _enough(hands: list[Hand], ask: Ask) -> list[Hand]:
    return hands[: ask.count] if len(hands) >= ask.count else []


def idle_longest(people: People, hands: tuple[Hand, ...], most: int) -> list[Hand]:
    """Return the hands of some idle people, at most so many, the longest idle first."""
    found = [hand for hand in hands if hand.worker.bit & people]
    if len(found) > 1:
        if most == 1:
            return [min(found, key=_IDLE_SINCE)]
        found.sort(key=_IDLE_SINCE)
    return found[:most]


def _within_reach(
    hands: Iterable[Hand], present: People, ask: Ask, below: Level | None = None
) -> list[Hand]:
    level = ask.level if below is None else below
    there = present & ~ask.taken
    return [
        hand
        for hand in hands
        if (worker := hand.worker).bit & there
        and (worker.job is None or worker.job.ask.level < level)
    ]


_IDLE_SINCE = attrgetter("worker.idle_since")


def _least_bound(hand: Hand) -> tuple[int, int, IdleSince]:
    job = hand.worker.job
    if job is None:
        return (-1, 0, hand.worker.idle_since)
    return (job.ask.level, -job.ask.piece.task.priority, hand.worker.idle_since)
