"""What changes against today's staffing, by kind (人员变动分类).

Each change of one person at one post counts once. Near and far are measured from the
units in which the person holds A-posts today; without any, from the unit of the
establishment. Units without a module that answer to one leader count as a module.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from optimizer.nearness import posts_within
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId, UnitId
from scenarios.language.rules import Within

Change = tuple[PostId, "Movement"]


class Movement(StrEnum):
    """The kinds of change, in reading order."""

    PROMOTED = "promoted"
    """Held as A from now on, backed up today (B转A)."""
    OWN_UNIT = "own_unit"
    """A new A-post in a unit of the person's own (本单位内)."""
    OWN_MODULE = "own_module"
    """A new A-post in another unit of the own module (本模块内)."""
    OTHER_MODULE = "other_module"
    """A new A-post in another module (跨模块)."""
    FIRST_POST = "first_post"
    """A new A-post of somebody who belongs to no unit today (新上岗)."""
    STEPPED_BACK = "stepped_back"
    """Held as A today, backed up from now on (A转B)."""
    GIVEN_UP = "given_up"
    """An A-post of today given up (卸任)."""
    CLOSED = "closed"
    """An A-post of today that the design doesn't have (岗位撤并)."""
    BACKUP_TAKEN = "backup_taken"
    """A B-post from now on, that the person neither held nor backed up (新任B岗)."""
    BACKUP_GIVEN_UP = "backup_given_up"
    """A B-post of today given up (卸任B岗)."""


GIVING_UP = (Movement.STEPPED_BACK, Movement.GIVEN_UP)
"""The kinds that the goal ``moves`` counts."""


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """One change of one person at one post."""

    person: PersonId
    post: PostId
    kind: Movement


def staffed_today(town: Town) -> bool:
    """Whether the scenario says anything of who holds what today."""
    return any(one.holds or one.backs_up for one in town.people.values())


def moves_by_kind(moves: Iterable[Move]) -> Mapping[Movement, int]:
    """Return how many changes there are of each kind, in reading order."""
    counted = Counter(move.kind for move in moves)
    return {kind: counted[kind] for kind in Movement}


def moves_of(town: Town, plan: Plan) -> tuple[Move, ...]:
    """Return every change that a plan makes to today's staffing."""
    return tuple(
        Move(person, post, kind)
        for person in town.people
        for post, kind in (*_taken(town, plan, person), *_left(town, plan, person))
    )


def _taken(town: Town, plan: Plan, person: PersonId) -> Iterator[Change]:
    today = town.people[person]
    for post in plan.posts_of(person, Seat.A):
        if post in today.backs_up and post not in today.holds:
            yield post, Movement.PROMOTED
        elif post not in today.holds:
            yield post, _distance(town, person, post)
    for post in plan.posts_of(person, Seat.B):
        if post not in {*today.holds, *today.backs_up}:
            yield post, Movement.BACKUP_TAKEN


def _left(
    town: Town, plan: Plan, person: PersonId
) -> Iterator[tuple[PostId, Movement]]:
    today = town.people[person]
    as_a, as_b = (plan.posts_of(person, seat) for seat in Seat)
    for post in dict.fromkeys(today.holds):
        if post not in town.posts:
            yield post, Movement.CLOSED
        elif post in as_b:
            yield post, Movement.STEPPED_BACK
        elif post not in as_a:
            yield post, Movement.GIVEN_UP
    for post in dict.fromkeys(today.backs_up):
        if post in town.posts and post not in {*as_a, *as_b, *today.holds}:
            yield post, Movement.BACKUP_GIVEN_UP


def _distance(town: Town, person: PersonId, post: PostId) -> Movement:
    """Return how far a new A-post lies from where the person is today."""
    homes = _homes(town, person)
    if not homes:
        return Movement.FIRST_POST
    for within, kind in (
        (Within.UNIT, Movement.OWN_UNIT),
        (Within.MODULE, Movement.OWN_MODULE),
    ):
        near = posts_within(town, post, within)
        if homes & {town.posts[one].unit for one in near}:
            return kind
    return Movement.OTHER_MODULE


def _homes(town: Town, person: PersonId) -> set[UnitId]:
    today = town.people[person]
    units = {town.posts[one].unit for one in today.holds if one in town.posts}
    if units or today.establishment is None:
        return units
    return {today.establishment} & town.units.keys()
