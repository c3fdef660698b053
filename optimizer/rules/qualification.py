"""Holders meet a post's requirements (任职条件)."""

from optimizer.reason import Reason
from optimizer.rule import Refusal, pair_rule
from scenarios import Seat, Town
from scenarios.language.base import PersonId, PostId, RungId
from scenarios.language.people import Person
from scenarios.language.posts import Requirement


def refusal(town: Town) -> Refusal:
    """Return what names a post's requirements as a reason, if a person falls short."""

    def refuse(person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        spec = town.posts[post]
        asked = spec.requires
        if seat is Seat.B and spec.backup_requires is not None:
            asked = spec.backup_requires
        if meets(town, town.people[person], asked):
            return None
        return Reason("qualification", (f"post:{post}",), (f"person:{person}",))

    return refuse


def meets(town: Town, person: Person, asked: Requirement) -> bool:
    """Whether a person brings everything that is asked."""
    grade = person.title.grade if person.title else None
    return (
        (not asked.identity or person.identity in asked.identity)
        and (not asked.title or grade in asked.title)
        and (asked.rank is None or _reaches(town, person.rank, asked.rank))
        and set(asked.certificates) <= set(person.certificates)
        and (person.party or not asked.party)
    )


def _reaches(town: Town, rank: RungId | None, least: RungId) -> bool:
    """Whether a rung stands on the same ladder as another, and not below it."""
    for ladder in town.ladders.values():
        rungs = list(ladder.rungs)
        if least in rungs:
            return rank in rungs[rungs.index(least) :]
    return False


QUALIFICATION = pair_rule("qualification", refusal)
