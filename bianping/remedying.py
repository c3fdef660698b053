"""Seeking the cheapest remedy, for a request."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf

from bianping.console import Progress
from bianping.errors import UserError
from bianping.playing import Chances
from bianping.request import Request
from bianping.staffing import Staffing
from scenarios import Plan, Town
from simulation.careers.remedies import Search, Trial, find_remedy


@dataclass(frozen=True, slots=True)
class Remedied:
    """What the search for a remedy came to, and for whom.

    Parameters
    ----------
    old, design
        The structure of old, and the design.
    search
        What was found.
    how
        What chance began with.
    """

    old: Town
    design: Town
    search: Search
    how: Chances


def remedied(
    staffings: Sequence[Staffing], how: Chances, request: Request, progress: Progress
) -> Remedied:
    """Return the cheapest remedies that restore the wait of old.

    Raises
    ------
    UserError
        If under the structure of old, too, fewer than half get a seat in time.
    """
    (old, _), (design, _) = pairs = [_pair(one) for one in staffings]
    words = request.words
    doing = words("console.doing.remedies", name=words.name(design.name))
    begun = time.monotonic()
    tried = 0

    def go_on(_: Trial) -> bool:
        nonlocal tried
        tried += 1
        progress.show(f"{doing}  {tried}")
        return time.monotonic() - begun < request.seconds

    with progress.part(doing):
        search = find_remedy(
            pairs[0], pairs[1], seed=how.seed, replications=how.careers, go_on=go_on
        )
    if isinf(search.target.years):
        raise UserError("no_median", name=words.name(old.name))
    return Remedied(old, design, search, how)


def _pair(staffing: Staffing) -> tuple[Town, Plan]:
    plan = staffing.plan
    if plan is None:
        raise ValueError(f"{staffing.town.id} has no plan")
    return staffing.town, plan
