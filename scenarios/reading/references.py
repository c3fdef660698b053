"""Whether everything that a town names by its id exists."""

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches

from scenarios.language.people import Person
from scenarios.language.posts import Post, Requirement
from scenarios.language.structure import Unit
from scenarios.reading.faults import Fault, Place
from scenarios.reading.work_references import Named, Path, named_in_stream
from scenarios.town import Town

Known = Mapping[str, Collection[str]]
"""Ids by the sort of thing that bears them."""


def missing_references(
    town: Town, known: Known, where: Callable[[Path], tuple[Place, str]]
) -> Iterator[Fault]:
    """Yield a fault for each thing that is named and doesn't exist.

    Parameters
    ----------
    known
        Ids by sort; what is named of other sorts is taken to exist.
    where
        Gives the place, and the text, of the keys that lead to a name.
    """
    for sort, name, path in _named(town):
        if sort in known and name not in known[sort]:
            near = get_close_matches(name, known[sort], n=1)
            values = {"sort": sort, "given": name, "nearest": near[0] if near else ""}
            key = "unknown_reference_near" if near else "unknown_reference"
            yield Fault(key, *where(path), values)


def posts_of_other_designs(town: Town) -> tuple[str, ...]:
    """Return posts that roster or scores name and this design doesn't have.

    A base serves several designs, so that is no fault; but a misspelt id looks the
    same, so `check` shows them.
    """
    held = {
        post
        for person in town.people.values()
        for post in (*person.holds, *person.backs_up)
    }
    scored = {row.post for row in town.scores.rows}
    return tuple(sorted((held | scored) - town.posts.keys()))


def _named(town: Town) -> Named:
    yield from _of_structure(town)
    for post in town.posts.values():
        yield from _of_post(post)
    for person in town.people.values():
        yield from _of_person(person)
    for matter in town.matters.values():
        yield "unit", matter.unit, ("matters", matter.id, "unit")
    for number, row in enumerate(town.scores.rows):
        yield "person", row.person, ("scores", "rows", number, "person")
    for stream in town.work.values():
        yield from named_in_stream(stream)
    yield from _of_ladders(town)
    yield from _of_rules(town)
    yield from _of_pins(town)


def _of_structure(town: Town) -> Named:
    if town.leader is not None:
        yield "post", town.leader, ("leader",)
    for module in town.modules.values():
        yield "post", module.lead, ("modules", module.id, "lead")
    for unit in town.units.values():
        yield from _of_unit(unit)


def _of_unit(unit: Unit) -> Named:
    at = ("units", unit.id)
    if unit.module is not None:
        yield "module", unit.module, (*at, "module")
    for key, post in (("in_charge", unit.in_charge), ("chief", unit.chief)):
        if post is not None:
            yield "post", post, (*at, key)
    for number, other in enumerate(unit.absorbs):
        yield "unit", other, (*at, "absorbs", number)


def _of_post(post: Post) -> Named:
    at = ("posts", post.id)
    yield "unit", post.unit, (*at, "unit")
    for number, other in enumerate(post.excludes):
        yield "post", other, (*at, "excludes", number)
    for key, asked in (
        ("requires", post.requires),
        ("backup_requires", post.backup_requires),
    ):
        if isinstance(asked, Requirement) and asked.rank is not None:
            yield "rung", asked.rank, (*at, key, "rank")


def _of_person(person: Person) -> Named:
    at = ("people", person.id)
    if person.rank is not None:
        yield "rung", person.rank, (*at, "rank")
    if person.title is not None:
        yield "unit", person.title.unit, (*at, "title", "unit")
    if person.establishment is not None:
        yield "unit", person.establishment, (*at, "establishment")
    for number, name in enumerate(person.transfers):
        yield "town", name, (*at, "transfers", number)
    for number, other in enumerate(person.kin):
        yield "person", other, (*at, "kin", number)


def _of_ladders(town: Town) -> Named:
    for ladder in town.ladders.values():
        for post in ladder.points.special_posts:
            yield "post", post, ("ladders", ladder.id, "points", "special_posts")
        for quota in ladder.quota.values():
            for rung in quota.rungs:
                yield "rung", rung, ("ladders", ladder.id, "quota", quota.id, "rungs")


def _of_rules(town: Town) -> Named:
    for post in town.rules.backup.exempt:
        yield "post", post, ("rules", "backup", "exempt")
    for unit in town.rules.identity.units:
        yield "unit", unit, ("rules", "identity", "units", unit)


def _of_pins(town: Town) -> Named:
    for pinned, people in town.pins.items():
        yield "post", pinned, ("pins", pinned)
        for one in people:
            yield "person", one, ("pins", pinned)
