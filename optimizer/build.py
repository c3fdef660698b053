"""From a town to its model."""

from collections.abc import Iterable, Sequence

from optimizer.homes import Homes
from optimizer.model import StaffingModel
from optimizer.rule import Rule
from optimizer.rules import RULES
from optimizer.rules.transfers import TRANSFERS
from optimizer.settings import mode_of
from optimizer.waiting import CanWait
from scenarios import Assignment, Seat, Town
from scenarios.language.rules import Mode


def build(
    town: Town,
    rules: Iterable[Rule] = RULES,
    *,
    traced: bool = False,
    late: bool = False,
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
    late
        Whether rules may keep demands back until a plan breaks them; whoever solves
        the model must then let them catch up (`optimizer.lawful`).
    """
    kept = tuple(rule for rule in rules if mode_of(town, rule.key) is not Mode.OFF)
    if traced:
        model = StaffingModel(town, traced=True)
    else:
        left_out, homes = refused(town, kept), _apart(town, kept)
        can_wait = _can_wait(town, kept) if late else None
        model = StaffingModel(town, left_out=left_out, homes=homes, late=can_wait)
    for rule in kept:
        with model.said_by(rule.key):
            rule.enforce(model)
    return model


def refused(town: Town, rules: Sequence[Rule]) -> frozenset[Assignment]:
    """Return who can't sit where, by hard rules about one person and one post.

    Of people whom several towns keep apart, only those within reach are looked at.
    """
    hard = [rule for rule in rules if mode_of(town, rule.key) is Mode.HARD]
    refusals = [rule.refusal(town) for rule in hard if rule.refusal is not None]
    homes = _apart(town, rules)
    return frozenset(
        Assignment(post, seat, person)
        for post in town.posts
        for seat in Seat
        for person in (homes.people_for(post) if homes else town.people)
        if any(refuse(person, post, seat) for refuse in refusals)
    )


def _can_wait(town: Town, rules: Sequence[Rule]) -> CanWait:
    """Return what can wait; nothing does for a sum that weighs goals."""
    if town.goals.mode == "weighted":
        return CanWait()
    hard = (rule for rule in rules if mode_of(town, rule.key) is Mode.HARD)
    return CanWait(frozenset(rule.key for rule in hard if rule.waits), backups=True)


def _apart(town: Town, rules: Sequence[Rule]) -> Homes | None:
    """Return the towns that people are kept apart by, if a hard rule does so."""
    hard = TRANSFERS in rules and mode_of(town, TRANSFERS.key) is Mode.HARD
    return Homes(town) if hard else None
