"""Which hands take an ask: A before B, who was idle longest before the others."""

from simulation.play.asks import Ask, Level
from simulation.play.lines import Pool
from simulation.play.situation import People
from simulation.play.workers import Hand


def idle_longest(people: People, hands: tuple[Hand, ...], most: int) -> list[Hand]:
    """Return the hands of some idle people, at most so many, the longest idle first."""
    return _first([hand for hand in hands if hand.worker.bit & people], most)


def pressing_hands(pool: Pool, ask: Ask) -> list[Hand]:
    """Return people for an ask that may interrupt.

    The idle go first, then the least bound; A-holders go before B-holders, unless
    people take turns.
    """
    idle = pool.idle_a & ~ask.taken
    if ask.turns is None and idle.bit_count() >= ask.count:
        return idle_longest(idle, pool.a, ask.count)
    there = pool.present & ~ask.taken
    hands = _within_reach(pool.a, there, ask.level)
    others: list[Hand] = []
    if ask.for_backups or pool.few_present(ask.count):
        others = _within_reach(pool.b, there, ask.level)
    if len(hands) + len(others) < ask.count:
        return []
    if ask.turns is not None:
        turns = ask.turns
        hands = _first(hands, len(hands)) + _first(others, len(others))
        hands.sort(key=lambda hand: turns.get(hand.worker.index, 0))
        return hands[: ask.count]
    hands = _first(hands, ask.count)
    return hands + _first(others, ask.count - len(hands))


def agreed_hand(pool: Pool, ask: Ask) -> list[Hand]:
    """Return the A-holder whose present work gives way once the leads agree."""
    priority = ask.piece.task.priority
    lower = [
        hand
        for hand in _within_reach(pool.a, pool.present & ~ask.taken, Level.DUTY)
        if (job := hand.worker.job) is None or job.ask.piece.task.priority > priority
    ]
    return _first(lower, ask.count) if len(lower) >= ask.count else []


def _within_reach(hands: tuple[Hand, ...], there: People, level: int) -> list[Hand]:
    """Return the hands of those there whose work, if any, is of a lower level."""
    return [
        hand
        for hand in hands
        if hand.worker.bit & there
        and ((job := hand.worker.job) is None or job.ask.level < level)
    ]


def _first(hands: list[Hand], most: int) -> list[Hand]:
    """Return at most so many: the least bound first, of these the longest idle."""
    if most == 1 and len(hands) > 1:
        first, least = hands[0], hands[0].worker
        for hand in hands:
            worker = hand.worker
            if worker.bound < least.bound or (
                worker.bound == least.bound and worker.idle_since < least.idle_since
            ):
                first, least = hand, worker
        return [first]
    if len(hands) > 1:
        hands.sort(key=_how_bound)
    return hands[:most]


def _how_bound(hand: Hand) -> tuple[int, int]:
    return hand.worker.bound, hand.worker.idle_since
