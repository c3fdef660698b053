"""Whom a model keeps free of clashes, and who can't help having some."""

from collections.abc import Iterable, Sequence

from optimizer.linear import Linear, total
from optimizer.meeting import Work, clashes_in
from optimizer.model import StaffingModel
from optimizer.services import are_all, keep_apart, services_of, too_much
from scenarios import Town
from scenarios.language.base import PersonId


def pinned_people(town: Town) -> Sequence[PersonId]:
    """Return who is pinned to a post, in the order of the file."""
    return list(dict.fromkeys(one for people in town.pins.values() for one in people))


def clashes_among(
    model: StaffingModel, work: Work, people: Iterable[PersonId]
) -> Linear:
    """Return the clashes of some people, in the goal's units."""
    return total(clashes_in(model, work, person) for person in people)


def keep_clash_free(
    model: StaffingModel,
    work: Work,
    people: Iterable[PersonId],
    given: Linear | None = None,
) -> None:
    """Say that some people have no clashes; that is, mostly, serve one lead each."""
    for person in people:
        if not keep_within(model, work, person, 0, given):
            model.define(clashes_in(model, work, person) <= 0, given)
        elif given is None:
            model.keep_at_zero(clashes_in(model, work, person))


def keep_within(
    model: StaffingModel,
    work: Work,
    person: PersonId,
    room: int,
    given: Linear | None = None,
) -> bool:
    """Keep apart whatever of two leads clashes by more than there is room for.

    Return whether nothing is left that somebody could do for two leads.
    """
    services = services_of(model, work, person)
    pairs = too_much(work, services, room)
    keep_apart(model, services, pairs, given)
    return are_all(pairs, services)
