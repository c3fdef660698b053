"""Mending a plan: other B-holders for the rules that had to wait.

Some rules hardly ever keep the best plan from being the best: with other B-holders it
keeps them, or any good plan keeps them anyhow. But what they demand makes a model
large, and finding the least of a sum takes three times as long. So they wait until it
is found. Then the A-holders stay, and B-holders are looked for with every demand in
force, which takes a moment. Where there are none, the rules that the plan broke can
wait no longer.

Where a sum is one of A-holders alone, B-holders wait altogether, with all that they
help to keep: half of the model is gone then.
"""

from dataclasses import replace
from time import monotonic

from optimizer.effort import Effort
from optimizer.lawful import catch_up, first_work
from optimizer.model import StaffingModel
from optimizer.rules import RULES
from optimizer.search import Found, search
from scenarios import Plan, Seat

ROUNDS = 3
"""How often it is tried with what the last plan broke of demands kept back."""


def mended(
    model: StaffingModel, found: Found, effort: Effort, *, backed: bool = True
) -> Found | None:
    """Return a solution that keeps every demand: the one found, or like it.

    It has the same A-holders, and the bound of the one found. If there is none, the
    model has more demands in force afterwards.

    Parameters
    ----------
    model
        The model that the solution was found for, with the same sum to make small.
    found
        A solution for which rules could wait.
    effort
        What the search may take.
    backed
        Whether it was found with B-holders; if not, none can be left out any more
        where these A-holders can't be backed up.
    """
    plan = model.plan(found.values)
    if not backed:
        other = _with_others(model, plan, effort)
        model.backups_wait = other is not None
        return None if other is None else replace(other, bound=found.bound)
    broken = [
        rule
        for rule in RULES
        if rule.key in model.waiting and any(rule.breaches(model.town, plan))
    ]
    if not catch_up(model, plan) and not broken:
        return found
    if model.waiting and (other := _with_others(model, plan, effort)):
        return replace(other, bound=found.bound)
    for rule in broken:
        model.waiting.remove(rule.key)
        rule.enforce(model)
    if broken:
        catch_up(model, plan)
    return None


def _with_others(model: StaffingModel, plan: Plan, effort: Effort) -> Found | None:
    """Return a solution with a plan's A-holders that keeps every demand, if found."""
    trying = replace(effort, plain=True, work=first_work(model))
    holders = {
        index: int(one in plan.assignments)
        for one, index in model.pairs()
        if one.seat is Seat.A
    }
    deadline, found = monotonic() + effort.seconds, None
    for _ in range(ROUNDS):
        model.hint(holders)
        left = max(0.0, deadline - monotonic())
        result = search(model.cp, replace(trying, seconds=left), completing=True)
        if not isinstance(result, Found):
            break
        if not catch_up(model, model.plan(result.values)):
            found = result
            break
    model.cp.proto.clear_solution_hint()
    return found
