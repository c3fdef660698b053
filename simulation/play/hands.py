"""Which hands take an ask: A before B, who was idle longest before the others."""

from simulation.play import levels
from simulation.play.asks import Ask
from simulation.play.lines import Pool
from simulation.play.situation import People
from simulation.play.workers import Hand, binding


def idle_longest(hands: tuple[Hand, ...], taken: People, most: int) -> list[Hand]:
    """Return hands of the idle, at most so many, the longest idle first."""
    idle = [
        hand
        for hand in hands
        if (worker := hand.worker).job is None
        and worker.is_there
        and not (taken and worker.bit & taken)
    ]
    return _first(idle, most)


def pressing_hands(pool: Pool, ask: Ask) -> list[Hand]:
    """Return people for an ask that may interrupt.

    The idle go first, then the least bound; A-holders go before B-holders, unless
    people take turns.
    """
    idle = pool.idle_a & ~ask.taken
    if ask.turns is None and idle.bit_count() >= ask.count:
        return idle_longest(pool.a, ask.taken, ask.count)
    hands = _within_reach(pool.a, ask.taken, ask.level)
    others: list[Hand] = []
    if ask.for_backups or pool.few_present(ask.count):
        others = _within_reach(pool.b, ask.taken, ask.level)
    if len(hands) + len(others) < ask.count:
        return []
    if ask.turns is not None:
        fewest = min(_turns(ask.turns, hand) for hand in (*hands, *others))
        hands = [hand for hand in hands if _turns(ask.turns, hand) == fewest]
        others = [hand for hand in others if _turns(ask.turns, hand) == fewest]
    hands = _first(hands, ask.count)
    return hands + _first(others, ask.count - len(hands))


def agreed_hand(pool: Pool, ask: Ask) -> list[Hand]:
    """Return the A-holder whose present work gives way once the leads agree."""
    most = binding(levels.ROUTINE, ask.piece.task.priority)
    lower = [
        hand
        for hand in _within_reach(pool.a, ask.taken, levels.DUTY)
        if hand.worker.bound < most
    ]
    return _first(lower, ask.count) if len(lower) >= ask.count else []


def _within_reach(hands: tuple[Hand, ...], taken: People, level: int) -> list[Hand]:
    """Return the hands of those there whose work, if any, is of a lower level."""
    least = binding(level, 9)
    return [
        hand
        for hand in hands
        if (worker := hand.worker).is_there
        and worker.bound < least
        and not (taken and worker.bit & taken)
    ]


def _turns(turns: dict[int, int], hand: Hand) -> int:
    """Return how often somebody had a duty, of which each ask takes one person."""
    return turns.get(hand.worker.index, 0)


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
