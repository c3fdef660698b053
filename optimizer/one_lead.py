"""Which leads nobody can serve together, once clashes are as few as can be.

That all clashes together are no more than so much says little to a solver of a single
seat, for it is a sum of products. But where the plan found has next to no clashes but
those that can't be helped, hardly any two leads are left that one person could serve.
Once that is said, the goals after clashes are a matter of who serves which lead.
"""

from collections.abc import Sequence
from dataclasses import replace

from optimizer.clash_free import clashes_among, keep_within
from optimizer.effort import Effort
from optimizer.meeting import Work, clashes_in, clashes_of
from optimizer.model import StaffingModel
from optimizer.search import Found, search
from scenarios import Plan
from scenarios.language.base import PersonId

ASKING = 5.0
"""The work, in the solver's measure, that goes into which clashes can't be helped."""


def keep_to_one_lead(model: StaffingModel, plan: Plan, effort: Effort) -> None:
    """Say to a model which leads nobody can serve together in a plan as good.

    Parameters
    ----------
    model
        The town's model.
    plan
        The plan; those with more clashes don't count any more.
    effort
        What a search for the clashes that can't be helped may take.
    """
    work = Work(model.town)
    clashes = {one: clashes_of(work, plan, one) for one in model.town.people}
    clashing = [one for one in clashes if clashes[one]]
    room = sum(clashes.values()) - _unavoidable(model, work, clashing, effort)
    for person in model.town.people:
        if person not in clashing and keep_within(model, work, person, room):
            model.keep_at_zero(clashes_in(model, work, person))


def _unavoidable(
    model: StaffingModel, work: Work, people: Sequence[PersonId], effort: Effort
) -> int:
    """Return what the clashes of some people come to at least, as far as is known."""
    clashes = clashes_among(model, work, people)
    if not clashes.terms:
        return clashes.constant
    model.forget()
    model.minimise(clashes)
    match search(model.cp, replace(effort, work=ASKING)):
        case Found(bound=bound):
            return bound
        case _:
            return 0
