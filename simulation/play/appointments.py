"""Appointments: the first time that suits everybody, and who keeps it free."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from simulation.play.lines import Pool
from simulation.play.stages import Joint
from simulation.play.workers import Hand, Worker
from simulation.timetables import Timetable

Appointment = tuple[int, list[Hand]]
"""When, and one person for each party."""


class Appointments:
    """Finds times for joint work in people's calendars.

    Parameters
    ----------
    days
        The town's working days.
    """

    def __init__(self, days: Timetable) -> None:
        self._days = days
        self._openings = days.openings

    def first(self, joint: Joint, length: int, earliest: int) -> Appointment | None:
        """Return the first time from a moment on that suits, if any is left."""
        for moment in self._moments(joint, earliest):
            hands = _free_hands(joint.parties, moment, length)
            if len(hands) == len(joint.parties):
                return moment, hands
        return None

    def _moments(self, joint: Joint, earliest: int) -> Iterator[int]:
        """Yield the moments that may suit: day's begins and ends of other visits."""
        hands = [hand for pool in joint.parties for hand in chain(pool.a, pool.b)]
        first = max(bisect_right(self._openings, earliest) - 1, 0)
        days, openings = self._days.days[first:], self._openings[first:]
        for day, opening in zip(days, openings, strict=True):
            closing = opening + self._days.length
            begin = max(opening, earliest)
            if begin >= closing or not joint.admits(day):
                continue
            ends = {
                end
                for hand in hands
                for _, end in hand.worker.bookings
                if begin < end < closing
            }
            yield from sorted({begin} | ends)


def book(worker: Worker, begin: int, end: int, now: int) -> None:
    """Keep some time of somebody's free, and forget what is over."""
    worker.bookings = [one for one in worker.bookings if one[1] > now]
    worker.bookings.append((begin, end))
    worker.booked += 1


def _free_hands(parties: tuple[Pool, ...], moment: int, length: int) -> list[Hand]:
    """Return one person a party, each another, as far as there are any."""
    chosen: list[Hand] = []
    for pool in parties:
        taken = {hand.worker.index for hand in chosen}
        for hands in (pool.a, pool.b):
            free = [
                hand
                for hand in hands
                if hand.worker.index not in taken and _suits(hand, moment, length)
            ]
            if free:
                chosen.append(min(free, key=_least_booked))
                break
    return chosen


def _suits(hand: Hand, moment: int, length: int) -> bool:
    """Whether somebody is in for the whole of it, with no other appointment then.

    What is longer than the day must begin with it.
    """
    calendar, bookings = hand.worker.calendar, hand.worker.bookings
    end = moment + length
    if not calendar.is_open(moment):
        return False
    if calendar.closing(moment) < end and calendar.is_open(moment - 1):
        return False
    return not any(begin < end and moment < until for begin, until in bookings)


def _least_booked(hand: Hand) -> tuple[int, int]:
    return (hand.worker.booked, hand.worker.index)
