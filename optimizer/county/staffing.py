"""A large county's staffing, put together from those of its towns."""

from optimizer.budget import Budget
from optimizer.county.lists import staffed_in_order
from optimizer.county.sums import is_priced, staffed_by_price
from optimizer.county.towns import is_large, towns_apart
from optimizer.homes import Homes
from optimizer.outcome import Solved
from scenarios import Town


def staffed_by_towns(town: Town, budget: Budget) -> Solved | None:
    """Return the staffing of a large county that can be taken apart.

    Nothing is returned for other scenarios, and where towns don't come together in
    time: such a county has to be staffed as one.
    """
    if not is_large(town) or not (towns := towns_apart(town)):
        return None
    if is_priced(town):
        return staffed_by_price(town, towns, budget)
    homes = Homes(town)
    if all(homes.of_person.values()):
        return staffed_in_order(town, towns, budget)
    return None
