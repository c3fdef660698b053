"""From a town to its model."""

from collections.abc import Iterable, Sequence

from optimizer.model import StaffingModel
from optimizer.rule import Rule
from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Assignment, Seat, Town
from scenarios.language.rules import Mode


def build(
    town: Town, rules: Iterable[Rule] = RULES, *, traced: bool = False
) -> StaffingModel:
    """Return the model of a town under some rules.

    Parameters
    ----------
    town
        The town; rules whose mode is ``off`` are left out.
    rules
        The rules to keep.
    traced
        Whether demands of hard rules can be switched on one by one. Then nobody is
        left out beforehand, so that each refusal can be named.
    """
    kept = tuple(rule for rule in rules if mode_of(town, rule.key) is not Mode.OFF)
    left_out = frozenset[Assignment]() if traced else refused(town, kept)
    model = StaffingModel(town, left_out=left_out, traced=traced)
    for rule in kept:
        rule.enforce(model)
    return model


def refused(town: Town, rules: Sequence[Rule]) -> frozenset[Assignment]:
    """Return who can't sit where, by hard rules about one person and one post."""
    refusals = [
        rule.refusal(town)
        for rule in rules
        if rule.refusal is not None and mode_of(town, rule.key) is Mode.HARD
    ]
    return frozenset(
        Assignment(post.id, seat, person)
        for post in town.posts.values()
        for seat in Seat
        for person in town.people
        if any(refuse(person, post.id, seat) for refuse in refusals)
    )
