"""Searching a late model until what is found keeps the demands that were kept back."""

from dataclasses import replace
from time import monotonic

from optimizer.effort import Effort
from optimizer.likely import beside_few
from optimizer.model import StaffingModel
from optimizer.outcome import SolverDisagreesError
from optimizer.rules import RULES
from optimizer.search import Found, OnNews, Refuted, Result, Unknown, search
from optimizer.settings import mode_of
from scenarios import Plan
from scenarios.language.rules import Mode

LEAST_WORK, WORK_A_SEAT = 3.0, 1e-4
"""The work, in the solver's measure, that goes into a first search: for any town, and
for each person and each seat within reach. Plain ways took a third of it, whatever the
size."""


def search_lawful(
    model: StaffingModel, effort: Effort, *, on_news: OnNews | None = None
) -> Result:
    """Return what a search comes to, with every demand kept.

    Demands that a found plan breaks are added, and the search goes on from there. So a
    bound or a refutation holds at once, for fewer demands promise no less; and what is
    found at the end breaks none.
    """
    deadline = monotonic() + effort.seconds
    while True:
        result = search(model.cp, effort, on_news=on_news)
        if not isinstance(result, Found):
            return result
        if not catch_up(model, model.plan(result.values)):
            return result
        model.hint(dict(enumerate(result.values)))
        effort = replace(effort, seconds=max(0.0, deadline - monotonic()))


def search_any(model: StaffingModel, effort: Effort) -> Result:
    """Return any solution: sought in plain ways first, and in all if these fail.

    In a large town it is sought among few pairs of a person and a seat before.
    """
    deadline = monotonic() + effort.seconds
    result: Result = Unknown()
    for out in beside_few(model):
        left = max(0.0, deadline - monotonic())
        with model.without(out):
            result = search_lawful(model, plainly(model, replace(effort, seconds=left)))
        if isinstance(result, Found):
            return result
    if isinstance(result, Unknown):
        left = max(0.0, deadline - monotonic())
        return search_lawful(model, replace(effort, seconds=left))
    return result


def any_plan(model: StaffingModel, effort: Effort) -> Plan | None:
    """Return any plan, if one is found."""
    match search_any(model, effort):
        case Found(values=values):
            return model.plan(values)
        case _:
            return None


def plainly(model: StaffingModel, effort: Effort) -> Effort:
    """Return an effort that does without linear programmes and ends before long."""
    return replace(effort, plain=True, work=first_work(model))


def first_work(model: StaffingModel) -> float:
    """Return the work, in the solver's measure, after which to look where it stands."""
    return LEAST_WORK + WORK_A_SEAT * model.size


def search_further(
    model: StaffingModel, effort: Effort, *, on_news: OnNews | None = None
) -> Found | Unknown:
    """Return what a lawful search comes to where a plan is known already.

    Raises
    ------
    SolverDisagreesError
        The solver says that there is no plan.
    """
    match search_lawful(model, effort, on_news=on_news):
        case Refuted():
            raise SolverDisagreesError("a plan that was found is said not to exist")
        case result:
            return result


def begin_with(model: StaffingModel, plan: Plan, effort: Effort) -> None:
    """Suggest a plan with all that follows from it: half a hint is soon lost."""
    model.hint(model.values_of(plan))
    match search(model.cp, effort, completing=True):
        case Found(values=values):
            model.hint(dict(enumerate(values)))
        case _:
            pass


def catch_up(model: StaffingModel, plan: Plan) -> bool:
    """Say to a model what a plan breaks of the demands kept back; return if it does."""
    was_late = False
    for rule in RULES:
        if rule.catch_up is not None and mode_of(model.town, rule.key) is Mode.HARD:
            with model.said_by(rule.key):
                was_late |= rule.catch_up(model, plan)
    return was_late
