"""Appointments: the first time at which all parties have somebody free."""


def first_time(visit, length):
    """Return when a visit may be and who is to come, if there is such a time."""
    for moment in _moments(visit):
        chosen: list[object] = []
        for pool in visit.parties:
            _choose(chosen, pool, moment, moment + length)
        if len(chosen) == len(visit.parties):
            return moment, chosen
    return None


def _moments(visit):
    """Yield when a day begins, and when visits of the same people end."""
    everybody = [
        hand.cadre for pool in visit.parties for hand in (*pool.holders, *pool.backups)
    ]
    days = visit.world.days
    for day in days.days:
        opening = days.opening(day)
        closing = opening + days.length
        begin = max(opening, visit.earliest)
        if begin < closing and visit.admits(opening):
            ends = {end for cadre in everybody for _, end in cadre.bookings}
            yield from sorted({begin, *(end for end in ends if begin < end < closing)})


def _choose(chosen, pool, begin, end):
    """Add the A-holder who has fewest appointments and is free, or else a B-holder."""
    for some in (pool.holders, pool.backups):
        free = [
            hand
            for hand in some
            if hand.cadre not in {one.cadre for one in chosen}
            and _is_free(hand.cadre, begin, end)
        ]
        if free:
            chosen.append(
                min(free, key=lambda one: (len(one.cadre.bookings), one.cadre.index))
            )
            return


def _is_free(cadre, begin, end):
    """Whether somebody is in for the whole of it, and nowhere else.

    What is longer than the day must begin with it.
    """
    opening, closing = next(cadre.hours.ahead(begin), (None, None))
    if opening != begin:
        return False
    if closing < end and cadre.hours.open_at(begin - 1):
        return False
    return all(end <= other or until <= begin for other, until in cadre.bookings)
