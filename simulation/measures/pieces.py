"""Pieces of work: how many came, were completed, and how long they took."""

from collections.abc import Iterator

from scenarios.language.arrivals import Due
from simulation.clock import DAY, HOUR, NEVER
from simulation.measures.ledger import Ledger, PieceRecord, week_of
from simulation.measures.tally import Tally
from simulation.summary import Key


def piece_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield counts of pieces, waiting times, times in system, and lateness."""
    yield from _counts(ledger)
    yield from _times(ledger)
    yield from _lateness(ledger)


def _counts(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    weeks = tuple(week_of(day) for day in range(0, ledger.days.end, 7 * DAY))
    names = ("arrived", "backlog_at_start", "completed", "dropped", "open_at_end")
    counts = {name: Tally(ledger.everywhere) for name in names[1:]}
    counts["arrived"] = Tally((*ledger.everywhere, *weeks))
    for piece in ledger.pieces:
        places = ledger.places[piece.stream]
        for name in _standing(piece):
            counts[name].add(places)
        if piece.arrived >= 0:
            counts["arrived"].add([week_of(piece.arrived)])
    for name in names:
        yield from counts[name].sums(name)


def _standing(piece: PieceRecord) -> Iterator[str]:
    """Yield what a piece counts as in this year's balance."""
    done = piece.completed if piece.dropped is None else piece.dropped
    if done is not None and done < 0:
        return
    yield "backlog_at_start" if piece.arrived < 0 else "arrived"
    if piece.completed is not None:
        yield "completed"
    else:
        yield "open_at_end" if piece.dropped is None else "dropped"


def _times(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    waiting, in_system = Tally(ledger.everywhere), Tally(ledger.everywhere)
    for piece in ledger.pieces:
        if piece.arrived < 0 or ledger.everyday(piece.stream):
            continue
        places = ledger.places[piece.stream]
        if piece.begun is not None:
            waiting.add(places, ledger.hours(piece.arrived, piece.begun))
        if piece.completed is not None:
            in_system.add(places, ledger.hours(piece.arrived, piece.completed))
    yield from waiting.means("waiting_hours")
    yield from in_system.means("time_in_system_hours")
    yield from in_system.percentiles("time_in_system_hours", 50, 90, 95)


def _lateness(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the share of late pieces, and how late those are.

    A piece that is open counts as late once its limit has passed, and doesn't count
    before.
    """
    share, hours = Tally(ledger.everywhere), Tally(ledger.everywhere)
    for piece in ledger.pieces:
        due = ledger.town.work[piece.stream].due
        if due is None or piece.arrived < 0:
            continue
        limit = due_moment(ledger, due, piece.arrived)
        end = ledger.days.end if piece.completed is None else piece.completed
        if piece.completed is None and limit >= end:
            continue
        places = ledger.places[piece.stream]
        share.add(places, float(end > limit))
        if end > limit:
            hours.add(places, ledger.hours(limit, end))
    yield from share.means("late_share")
    yield from hours.means("late_hours")


def due_moment(ledger: Ledger, due: Due, arrived: int) -> int:
    """Return the moment by which a piece must be completed."""
    if due.days is not None:
        return arrived + round(due.days * DAY)
    if due.working_days is not None:
        length = round(due.working_days * ledger.days.length)
    else:
        length = round((due.hours or 0.0) * HOUR)
    return min(ledger.calendar.after(arrived, length), NEVER)
