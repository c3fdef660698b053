"""A weighted sum that counts too few clashes, and people for whom it counts them all.

Clashes are products, which a solver takes pains with. For all but those pinned to posts
only the least that so many leads of A-posts clash are counted, which is a matter of
sums. Where these people have no clashes at all, the sum is the whole one.
"""

from optimizer.clash_free import clashes_among, keep_clash_free, pinned_people
from optimizer.goal import Goal
from optimizer.goals.clashes import CLASHES
from optimizer.linear import Linear, total
from optimizer.meeting import Work
from optimizer.model import StaffingModel
from optimizer.services import (
    are_all,
    keep_apart,
    least_clashes_in,
    services_of,
    too_much,
)
from scenarios.language.base import PersonId


def price_of_clashes(goal: Goal) -> int | None:
    """Return the price of clashes in a weighted sum; nothing if they have none."""
    return next((p for part, p in goal.parts if part.key == CLASHES.key), None)


class Undercounted:
    """The sum in a model.

    Parameters
    ----------
    goal
        A weighted sum in which clashes have a price.
    model
        The town's model, without goals.

    Raises
    ------
    ValueError
        If clashes have no price.
    """

    def __init__(self, goal: Goal, model: StaffingModel) -> None:
        if (price := price_of_clashes(goal)) is None:
            raise ValueError("clashes have no price")
        self.goal, self.model = goal, model
        self._price, self._work = price, Work(model.town)
        pinned = pinned_people(model.town)
        self._others = [one for one in model.town.people if one not in pinned]
        theirs = clashes_among(model, self._work, pinned)
        least = total(self._least_clashes_of(one) for one in self._others)
        self.sum = (theirs + least) * price + total(
            part.expression(model) * price_of_part
            for part, price_of_part in goal.parts
            if part.key != CLASHES.key
        )
        """What is no more than the goal in any plan."""
        self._clash_free = model.integer(0, 1, "the others have no clashes")
        keep_clash_free(model, self._work, self._others, self._clash_free)
        self.count_all(whole=False)
        self._apart: dict[PersonId, int] = {}

    def count_all(self, *, whole: bool) -> None:
        """Say whether all but the pinned are to have no clashes, for the time being.

        Then the sum is the whole one.
        """
        self.model.fix(self._clash_free, int(whole))

    def keep_apart_beyond(self, room: int) -> bool:
        """Keep apart what clashes at a higher price than there is room for.

        Return if anything more is kept apart than before.
        """
        more = False
        for person in self._others:
            services = services_of(self.model, self._work, person)
            pairs = too_much(self._work, services, room // self._price)
            if len(pairs) > self._apart.get(person, 0):
                self._apart[person], more = len(pairs), True
                keep_apart(self.model, services, pairs)
                if are_all(pairs, services):
                    self.model.clash_free.add(person)
        return more

    def _least_clashes_of(self, person: PersonId) -> Linear:
        services = services_of(self.model, self._work, person)
        return least_clashes_in(self.model, self._work, services)
