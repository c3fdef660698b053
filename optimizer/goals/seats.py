"""As few empty seats as can be; it counts where the rules leave some empty."""

from typing import TYPE_CHECKING

from optimizer.goal import Goal
from optimizer.linear import Linear, total
from scenarios import Plan, Seat, Town
from scenarios.language.rules import Mode

if TYPE_CHECKING:
    from optimizer.model import StaffingModel


def expression(model: "StaffingModel") -> Linear:
    """Return the number of empty seats."""
    filled = total(
        total(model.holders(post, seat).values())
        for post in model.town.posts
        for seat in _counted(model.town)
    )
    return _seats(model.town) - filled


def value(town: Town, plan: Plan) -> int:
    """Return the number of empty seats."""
    filled = sum(
        len(plan.holders(post, seat)) for post in town.posts for seat in _counted(town)
    )
    return _seats(town) - filled


def _seats(town: Town) -> int:
    both = Seat.B in _counted(town)
    return sum(p.seats + (p.backups if both else 0) for p in town.posts.values())


def _counted(town: Town) -> tuple[Seat, ...]:
    """Return A-seats, and B-seats too unless backups aren't wanted at all."""
    return (Seat.A,) if town.rules.backup.mode is Mode.OFF else tuple(Seat)


SEATS = Goal("seats", expression, value)
