"""People work in their own town, but for the few who are transferred (乡镇间交流).

It speaks of scenarios that hold several towns. People sit in their own town or in one
that they are open to, nobody in two, and no town takes in more than `most`.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.homes import Homes, TownId
from optimizer.linear import total
from optimizer.reason import Reason
from optimizer.rule import Refusal, Rule, Wording, pair_rule
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

BOTH = tuple(Seat)


def refusal(town: Town) -> Refusal:
    """Return what keeps people in their own town, naming the person."""
    homes = Homes(town)

    def refuse(person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        del seat
        if homes.reaches(person, post):
            return None
        return Reason("transfers", (f"person:{person}",), (f"post:{post}",))

    return refuse


AT_HOME = pair_rule("transfers", refusal)


def enforce(model: "StaffingModel") -> None:
    """Keep people at home, movers in one town, and what each town takes in few."""
    AT_HOME.enforce(model)
    homes = Homes(model.town)
    sits = {
        (person, name): model.sits_among(person, homes.posts_of(name), BOTH)
        for person in homes.movers()
        for name in homes.towns
    }
    for person in homes.movers():
        towns = total(sits[person, name] for name in homes.towns)
        model.require(towns <= 1, _one_town(person))
    if (most := model.town.rules.transfers.most) is not None:
        for name in homes.towns:
            taken = total(
                sits[person, name]
                for person in homes.movers()
                if _from_elsewhere(homes, person, name)
            )
            model.require(taken <= most, _taken_in(name))


def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
    """Yield who sits in another town or in two, and towns that take in too many."""
    yield from AT_HOME.breaches(town, plan)
    homes = Homes(town)
    for person in homes.movers():
        if len(homes.towns_of(plan, person)) > 1:
            yield _one_town(person)
    taken = Counter(
        name
        for person in homes.movers()
        for name in homes.towns_of(plan, person)
        if _from_elsewhere(homes, person, name)
    )
    most = town.rules.transfers.most
    yield from (
        _taken_in(name)
        for name in homes.towns
        if most is not None and taken[name] > most
    )


def wording(town: Town, because: Reason) -> Wording:
    """Return the sentence on somebody's town, or on how many a town takes in."""
    if because.named("town"):
        return Wording("transfers_taken_in", str(town.rules.transfers.most))
    key = "transfers_one_town" if because.subjects[0] == "one_town" else "transfers"
    return Wording(key)


def _from_elsewhere(homes: Homes, person: PersonId, name: TownId) -> bool:
    home = homes.of_person[person]
    return bool(home) and name not in home


def _one_town(person: PersonId) -> Reason:
    return Reason("transfers", ("one_town", f"person:{person}"))


def _taken_in(name: TownId) -> Reason:
    return Reason("transfers", ("taken_in", f"town:{name}"))


TRANSFERS = Rule("transfers", enforce, breaches, refusal, wording)
