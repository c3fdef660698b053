"""Candidates: who may stand for a chair, and in which order they come."""

from collections.abc import Iterable

from simulation.careers.cadre import PROBATION_MONTHS
from simulation.careers.career import Career, Kind
from simulation.careers.chairs import Chair, Level
from simulation.careers.conditions import Conditions


def fit(careers: Iterable[Career], now: int, conditions: Conditions) -> list[Career]:
    """Return who may stand for any chair in a month.

    Civil servants and institution staff who can serve a term before they retire and
    aren't seconded.
    """
    retires_from = now + conditions.term
    return [
        one
        for one in careers
        if one.established and one.retires >= retires_from and one.away_until <= now
    ]


def qualified(
    careers: Iterable[Career], chair: Chair, now: int, conditions: Conditions
) -> list[Career]:
    """Return who of those who may stand qualifies for a chair.

    Candidates are confirmed (for the higher chairs: have served the minimum), don't
    rest after a term in such a chair, hold none as high, and have never had a higher
    title. Leaders come from mid-level.

    Parameters
    ----------
    careers
        Those who are `fit`.
    chair, now
        The chair, and the month.
    conditions
        The terms of the careers.
    """
    deputy = chair.level is Level.MID_DEPUTY
    joined_by = now - (PROBATION_MONTHS if deputy else conditions.minimum)
    of_kind = kind(chair)
    return [
        one
        for one in _below(careers, chair)
        if one.joined <= joined_by and one.rests.get(of_kind, 0) <= now
    ]


def _below(careers: Iterable[Career], chair: Chair) -> list[Career]:
    """Return those for whom a chair would be a step up from all they hold and held."""
    level = int(chair.level)
    if not chair.titled:
        return [
            one
            for one in careers
            if one.held < Level.LEADER
            and (
                one.duty is None
                or not (one.duty.titled or one.duty.level >= chair.level)
            )
        ]
    below = [one for one in careers if one.held < level and one.highest <= level]
    if chair.level is Level.LEADER:
        return [one for one in below if one.title or one.duty]
    return below


def in_order(careers: Iterable[Career], now: int) -> list[Career]:
    """Return careers by their points in a month, those with the same by their ids."""
    return sorted(careers, key=lambda one: one.order(now))


def kind(chair: Chair) -> Kind:
    """Return the kind of a chair: its level, and whether it gives a title."""
    return chair.level, chair.titled
