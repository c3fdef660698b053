"""A plan: who holds which post as A, and who backs it up as B."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Self

from scenarios.language.base import PersonId, PostId
from scenarios.town import Town


class Seat(StrEnum):
    """The two ways of holding a post (A岗、B岗)."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True, order=True)
class Assignment:
    """One person in one seat of one post."""

    post: PostId
    seat: Seat
    person: PersonId


@dataclass(frozen=True)
class Plan:
    """Who holds what; made by the solver, by today's staffing, or by hand."""

    assignments: frozenset[Assignment]

    @classmethod
    def of(cls, assignments: Iterable[Assignment]) -> Self:
        """Make a plan of assignments in any order."""
        return cls(frozenset(assignments))

    @classmethod
    def today(cls, town: Town) -> Self:
        """Return the staffing that the roster states."""
        return cls.of(
            Assignment(post, seat, person.id)
            for person in town.people.values()
            for seat, posts in ((Seat.A, person.holds), (Seat.B, person.backs_up))
            for post in posts
            if post in town.posts
        )

    def __iter__(self) -> Iterator[Assignment]:
        return iter(sorted(self.assignments))

    def holders(self, post: PostId, seat: Seat) -> tuple[PersonId, ...]:
        """Return the people in the seats of a post, by id."""
        return self._by_post.get((post, seat), ())

    def posts_of(self, person: PersonId, seat: Seat) -> tuple[PostId, ...]:
        """Return the posts that a person holds in a kind of seat, by id."""
        return self._by_person.get((person, seat), ())

    @cached_property
    def _by_post(self) -> Mapping[tuple[PostId, Seat], tuple[PersonId, ...]]:
        found: dict[tuple[PostId, Seat], list[PersonId]] = {}
        for one in self:
            found.setdefault((one.post, one.seat), []).append(one.person)
        return {key: tuple(people) for key, people in found.items()}

    @cached_property
    def _by_person(self) -> Mapping[tuple[PersonId, Seat], tuple[PostId, ...]]:
        found: dict[tuple[PersonId, Seat], list[PostId]] = {}
        for one in self:
            found.setdefault((one.person, one.seat), []).append(one.post)
        return {key: tuple(posts) for key, posts in found.items()}
