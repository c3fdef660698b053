"""The same town with something demanded of it that can't be had."""

from scenarios import Town
from scenarios.language.rules import Mode


def uncertified(town: Town) -> Town:
    """Return the town with certificates in the hands of its first two holders only."""
    kept: dict[str, int] = {}
    people = {}
    for key, one in town.people.items():
        certificates = []
        for each in one.certificates:
            kept[each] = kept.get(each, 0) + 1
            if kept[each] <= 2:
                certificates.append(each)
        people[key] = one.model_copy(update={"certificates": tuple(certificates)})
    return town.model_copy(update={"people": people})


def wanted_twice(town: Town) -> Town:
    """Return the town with one of the staff pinned to a post of each of four units."""
    by_unit = {post.unit: post.id for post in town.posts.values()}
    (person, *_) = town.people
    pins = dict.fromkeys([*by_unit.values()][1:5], (person,))
    return town.model_copy(update={"pins": {**town.pins, **pins}})


def overworked(town: Town) -> Town:
    """Return the town with everybody's week a third shorter."""
    people = {
        key: one.model_copy(update={"hours": one.hours * 2 / 3})
        for key, one in town.people.items()
    }
    return town.model_copy(update={"people": people})


def unwatched(town: Town) -> Town:
    """Return the town with a handful of people under each lead at most."""
    span = town.rules.span_of_control.model_copy(
        update={"mode": Mode.HARD, "most": 5, "most_hours": 100}
    )
    rules = town.rules.model_copy(update={"span_of_control": span})
    return town.model_copy(update={"rules": rules})
