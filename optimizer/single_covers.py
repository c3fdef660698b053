"""What one person does more when one other falls away, said to the solver by itself."""

from typing import TYPE_CHECKING

from optimizer.covers import work_beyond
from optimizer.hours import Hours
from optimizer.linear import Linear, total
from scenarios import Seat
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def load_beside(
    model: "StaffingModel", hours: Hours, person: PersonId, absent: str
) -> Linear:
    """Return a person's thousandths of hours a week while somebody is away.

    Parameters
    ----------
    model
        The model.
    hours
        The town's hours.
    person
        Who does more.
    absent
        Who or what fell away: ``person:…``, or ``post:…`` for its empty seat.
    """
    return hours.load_in(model, person) + total(
        _taken_over(model, backing, post, absent) * work_beyond(hours, person, post)
        for post, backing in model.posts_of(person, Seat.B).items()
    )


def _taken_over(
    model: "StaffingModel", backing: Linear, post: PostId, absent: str
) -> Linear:
    """Return 1 if a seat of a post falls to somebody who backs it up, else 0."""
    kind, _, name = absent.partition(":")
    if kind == "person":
        seats, away = 1, model.holds(name, post, Seat.A)
    else:
        seats = model.town.posts[post].seats if post == name else 0
        away = seats - total(model.holders(post, Seat.A).values())
    if not seats or not (away.terms or away.constant):
        return Linear({})
    taken = model.integer(0, 1, "taken over")
    model.define(away + (backing - 1) * seats <= taken * seats)
    return taken
