"""Duty at night and on days off (值班): who has it when, as a rota set beforehand."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId
from scenarios.language.work import Coverage
from simulation.clock import DAY, midnight
from simulation.timetables import Timetable, is_in

DaysAway = Mapping[PersonId, frozenset[date]]
"""The working days on which each person is away."""


@dataclass(frozen=True, slots=True)
class Night:
    """A stretch outside working time, and who is on duty in it."""

    begin: int
    end: int
    people: tuple[PersonId, ...]


Rota = Mapping[str, tuple[Night, ...]]
"""The nights of each stream that is duty at night."""


def rota(town: Town, plan: Plan, days: Timetable, away: DaysAway) -> Rota:
    """Return who is on duty at night, for each stream that asks for it.

    Whoever had the fewest nights goes first, then who had none for longest, then by
    the roster. Nobody has two nights in a row or two duties in one night, nor any
    while away on the last working day before.
    """
    asked = {
        stream.id: (_asked(town, plan, stream.coverage), stream.coverage.staff)
        for stream in town.work.values()
        if stream.coverage is not None and stream.coverage.nights
    }
    stretches = [*_outside(days)] if asked else []
    count: dict[PersonId, int] = defaultdict(int)
    last: dict[PersonId, int] = defaultdict(lambda: -len(stretches))
    found: dict[str, list[Night]] = {}
    for place, (begin, end, day) in enumerate(stretches):
        for stream, (everybody, staff) in asked.items():
            free = [
                person
                for person in everybody
                if last[person] < place - 1 and day not in away[person]
            ]
            # The sort is stable, and people come in the order of the roster.
            free.sort(key=lambda person: (count[person], last[person]))
            people = tuple(free[:staff])
            for person in people:
                count[person] += 1
                last[person] = place
            found.setdefault(stream, []).append(Night(begin, end, people))
    return {stream: tuple(nights) for stream, nights in found.items()}


def stretches_of(found: Rota) -> Mapping[PersonId, Sequence[tuple[int, int]]]:
    """Return when each person who has any duty at night is on duty."""
    stretches: defaultdict[PersonId, list[tuple[int, int]]] = defaultdict(list)
    for nights in found.values():
        for night in nights:
            for person in night.people:
                stretches[person].append((night.begin, night.end))
    return stretches


def _asked(town: Town, plan: Plan, cover: Coverage) -> Collection[PersonId]:
    """Return who may be asked, in the order of the roster."""
    posts: Sequence[str] = (cover.post,)
    needed: frozenset[str] = frozenset()
    if cover.who is not None:
        posts = town.posts_of_pool(cover.who)
        needed = frozenset(cover.who.certificates)
    holding = {
        person for post in posts for seat in Seat for person in plan.holders(post, seat)
    }
    return [
        person.id
        for person in town.people.values()
        if person.id in holding and is_in(person) and needed <= {*person.certificates}
    ]


def _outside(days: Timetable) -> Iterator[tuple[int, int, date]]:
    """Yield the stretch after each day's work, with the last working day before it.

    A day off is a stretch of its own, from the hour at which work would begin.
    """
    if not days.days:
        return
    working = set(days.days)
    count = (date(days.year + 1, 1, 1) - days.days[0]).days
    every = [days.days[0] + timedelta(days=ahead) for ahead in range(count + 1)]
    last = days.days[0]
    for day, following in pairwise(every):
        begin = midnight(day, days.year) + days.starts
        if day in working:
            begin, last = begin + days.length, day
        end = midnight(following, days.year) + days.starts
        if end > begin and days.length < DAY:
            yield begin, end, last
