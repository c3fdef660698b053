"""The towns of a county, each as a scenario of its own."""

from collections.abc import Iterable, Mapping

from optimizer.homes import Homes, TownId
from optimizer.rules.transfers import TRANSFERS
from optimizer.settings import mode_of
from scenarios import Seat, Town
from scenarios.language.base import PersonId
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.rules import Mode
from scenarios.language.structure import Unit

FEW = 60_000
"""Pairs of a person and a seat within reach up to which a county is staffed as one:
that is soon done, and proven, which it hardly ever is of towns one by one."""


def is_large(town: Town) -> bool:
    """Whether a scenario has too many people and posts to be staffed as one."""
    homes = Homes(town)
    pairs = sum(len(homes.people_for(post)) for post in town.posts)
    return pairs * len(Seat) > FEW


def towns_apart(town: Town) -> Mapping[TownId, Town]:
    """Return the towns of a county that transfers alone join; none if more does.

    Each has its own units, posts, matters and pins, and everybody within reach. A plan
    of the county is a plan of each, with nobody in two of them; and the county's goals,
    but for balance, are what those of the towns come to together.
    """
    homes = Homes(town)
    if not _kept_apart(town, homes):
        return {}
    return {name: _alone(town, homes, name) for name in homes.towns}


def _kept_apart(town: Town, homes: Homes) -> bool:
    """Whether no rule says anything of two towns together but ``transfers``."""
    return (
        len(homes.towns) > 1
        and mode_of(town, TRANSFERS.key) is Mode.HARD
        and town.leader is None
        and len(homes.of_post) == len(town.posts)
        and all(_known_anywhere(town, homes, one) for one in homes.movers())
        and all(_commands_itself(town, unit) for unit in town.units.values())
    )


def _known_anywhere(town: Town, homes: Homes, person: PersonId) -> bool:
    """Whether somebody's home is told without the posts held today, if there is one."""
    carried = town.people[person].establishment is not None
    return carried or not homes.of_person[person]


def _commands_itself(town: Town, unit: Unit) -> bool:
    """Whether a unit's lead, leader in charge and chief are of its own town."""
    above = (town.lead_of_unit(unit.id), unit.in_charge, unit.chief)
    posts = (town.posts[one] for one in above if one is not None)
    return all(town.units[post.unit].town == unit.town for post in posts)


def _alone(town: Town, homes: Homes, name: TownId) -> Town:
    units = {key: unit for key, unit in town.units.items() if unit.town == name}
    people = [one for one in town.people.values() if homes.may_work_in(one.id, name)]
    posts = [post for post in town.posts.values() if post.unit in units]
    return town.model_copy(
        update={
            "units": {**_elsewhere(town, people), **units},
            "people": by_key(people),
            "posts": _posts(posts),
            "modules": {
                key: module
                for key, module in town.modules.items()
                if homes.of_post[module.lead] == name
            },
            "matters": {
                key: matter
                for key, matter in town.matters.items()
                if matter.unit in units
            },
            "pins": {
                post: pinned
                for post, pinned in town.pins.items()
                if homes.of_post[post] == name
            },
        }
    )


def _elsewhere(town: Town, people: Iterable[Person]) -> Mapping[str, Unit]:
    """Return the units that carry people, bare of all that is not of this town."""
    carrying = {one.establishment for one in people} - {None}
    bare = {"module": None, "in_charge": None, "chief": None, "establishment": None}
    return {
        key: unit.model_copy(update=bare)
        for key, unit in town.units.items()
        if key in carrying
    }


def by_key(people: Iterable[Person]) -> Mapping[PersonId, Person]:
    """Return people by their keys, with the relatives that are among them."""
    keys = {one.id for one in people}
    return {
        one.id: one.model_copy(
            update={"kin": tuple(other for other in one.kin if other in keys)}
        )
        for one in people
    }


def _posts(posts: Iterable[Post]) -> Mapping[str, Post]:
    """Return posts by their keys, with what they exclude among them."""
    keys = {post.id for post in posts}
    return {
        post.id: post.model_copy(
            update={"excludes": tuple(one for one in post.excludes if one in keys)}
        )
        for post in posts
    }
