"""Which hands take an ask: A before B, who was idle longest before the others."""

from collections.abc import Iterable

from simulation.play.asks import Ask, Hand, Level
from simulation.play.lines import Pool


def holders(pool: Pool, ask: Ask) -> list[Hand] | None:
    """Return as many A-holders as an ask takes, if there are.

    For routine they must be idle; for what may interrupt, they must be at less.
    """
    if ask.level:
        return _pressing_hands(pool, ask)
    return _enough(_idle(pool.a, ask), ask)


def idle_backups(pool: Pool, ask: Ask) -> list[Hand] | None:
    """Return idle people, A-holders first, where B-holders may take the ask.

    They may once it has waited long enough, or while fewer A-holders are present
    than it takes.
    """
    if not (ask.for_backups or pool.few_present(ask.count)):
        return None
    return _enough([*_idle(pool.a, ask), *_idle(pool.b, ask)], ask)


def agreed_hand(pool: Pool, ask: Ask) -> list[Hand] | None:
    """Return the A-holder whose present work gives way once the leads agree."""
    lower = [
        hand
        for hand in _within_reach(pool.a, ask, below=Level.DUTY)
        if (job := hand.worker.job) is None
        or job.ask.piece.task.priority > ask.piece.task.priority
    ]
    return _enough(sorted(lower, key=_least_bound), ask)


def _pressing_hands(pool: Pool, ask: Ask) -> list[Hand] | None:
    """Return people for an ask that may interrupt.

    The idle go first, then the least bound; A-holders go before B-holders, unless
    people take turns.
    """
    hands = sorted(_within_reach(pool.a, ask), key=_least_bound)
    if ask.for_backups or pool.few_present(ask.count):
        hands += sorted(_within_reach(pool.b, ask), key=_least_bound)
    turns = ask.turns
    if turns is not None:
        hands.sort(key=lambda hand: turns.get(hand.worker.index, 0))
    return _enough(hands, ask)


def _enough(hands: list[Hand], ask: Ask) -> list[Hand] | None:
    return hands[: ask.count] if len(hands) >= ask.count else None


def _idle(hands: Iterable[Hand], ask: Ask) -> list[Hand]:
    taken = ask.taken or ()
    found = [
        hand
        for hand in hands
        if (worker := hand.worker).job is None
        and worker.present
        and worker.index not in taken
    ]
    if len(found) > 1:
        found.sort(key=_idle_longest)
    return found


def _within_reach(
    hands: Iterable[Hand], ask: Ask, below: Level | None = None
) -> list[Hand]:
    level = ask.level if below is None else below
    taken = ask.taken or ()
    return [
        hand
        for hand in hands
        if (worker := hand.worker).present
        and (worker.job is None or worker.job.ask.level < level)
        and worker.index not in taken
    ]


def _idle_longest(hand: Hand) -> tuple[int, int]:
    return (hand.worker.idle_since, hand.worker.index)


def _least_bound(hand: Hand) -> tuple[int, int, int, int]:
    job = hand.worker.job
    if job is None:
        return (-1, 0, *_idle_longest(hand))
    return (job.ask.level, -job.ask.piece.task.priority, *_idle_longest(hand))
