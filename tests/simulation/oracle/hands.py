"""Which hands take an ask: A before B, who was idle longest before the others."""

from tests.simulation.oracle.asks import DUTY


def pressing(ask):
    """Return people for what may interrupt, the least bound first."""
    found = sorted(_within_reach(ask, ask.pool.holders, ask.level), key=_least_bound)
    if ask.for_backups or ask.pool.holders_present() < ask.count:
        backups = _within_reach(ask, ask.pool.backups, ask.level)
        found += sorted(backups, key=_least_bound)
    turns = ask.errand.turns
    if turns is not None:
        found.sort(key=lambda hand: turns.get(hand.cadre, 0))
    return _enough(ask, found)


def idle_holders(ask):
    """Return idle A-holders."""
    return _enough(ask, _idle(ask, ask.pool.holders))


def idle_anybody(ask):
    """Return idle A-holders, and then B-holders."""
    holders, backups = ask.pool.holders, ask.pool.backups
    return _enough(ask, _idle(ask, holders) + _idle(ask, backups))


def giving_way(ask):
    """Return the A-holder whose less pressing routine gives way."""
    found = [
        hand
        for hand in _within_reach(ask, ask.pool.holders, DUTY)
        if hand.cadre.job is None
        or hand.cadre.job.ask.piece.stream.priority > ask.piece.stream.priority
    ]
    return _enough(ask, sorted(found, key=_least_bound))


def everybody_below(pool, level):
    """Return everybody who is there, but for those at something as pressing."""
    return [
        hand
        for hand in (*pool.holders, *pool.backups)
        if hand.cadre.present
        and (hand.cadre.job is None or hand.cadre.job.ask.level < level)
    ]


def present(ask):
    """Return the A-holders who are there, or else the B-holders."""
    for some in (ask.pool.holders, ask.pool.backups):
        here = [
            hand
            for hand in some
            if hand.cadre.present and hand.cadre not in ask.errand.taken
        ]
        if here:
            return here
    return []


def how_bound(hand):
    """Return how firmly a busy person is bound."""
    ask = hand.cadre.job.ask
    return ask.level, -ask.piece.stream.priority, hand.cadre.index


def _enough(ask, found):
    return found[: ask.count] if len(found) >= ask.count else None


def _idle(ask, some):
    found = [
        hand
        for hand in some
        if hand.cadre.present
        and hand.cadre.job is None
        and hand.cadre not in ask.errand.taken
    ]
    return sorted(found, key=_idle_longest)


def _within_reach(ask, some, level):
    return [
        hand
        for hand in some
        if hand.cadre.present
        and hand.cadre not in ask.errand.taken
        and (hand.cadre.job is None or hand.cadre.job.ask.level < level)
    ]


def _idle_longest(hand):
    return hand.cadre.idle_since, hand.cadre.index


def _least_bound(hand):
    job = hand.cadre.job
    if job is None:
        return -1, 0, *_idle_longest(hand)
    return job.ask.level, -job.ask.piece.stream.priority, *_idle_longest(hand)
