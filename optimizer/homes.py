"""Which of several towns people and posts belong to, and who may reach which post."""

from collections.abc import Iterable, Iterator, Mapping

from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.people import Person

TownId = str


class Homes:
    """The towns of a scenario that holds several; there are none in an ordinary one.

    A person is at home in the town of the unit that carries their establishment, or
    without one in the towns where they work today. They may go to the towns that they
    are open to as well; who is at home nowhere, a newcomer say, may go anywhere.
    """

    def __init__(self, town: Town) -> None:
        of_unit = {unit.id: unit.town for unit in town.units.values()}
        self.of_post: Mapping[PostId, TownId] = {
            post.id: name
            for post in town.posts.values()
            if (name := of_unit[post.unit]) is not None
        }
        self.of_person: Mapping[PersonId, frozenset[TownId]] = {
            person.id: frozenset(_at_home(person, of_unit, self.of_post))
            for person in town.people.values()
        }
        self.towns: tuple[TownId, ...] = tuple(dict.fromkeys(self.of_post.values()))
        self._reach: Mapping[PersonId, frozenset[TownId]] = {
            person.id: home | set(person.transfers) if home else frozenset(self.towns)
            for person in town.people.values()
            for home in (self.of_person[person.id],)
        }
        self._reaching: Mapping[TownId, tuple[PersonId, ...]] = {
            name: tuple(one for one, reach in self._reach.items() if name in reach)
            for name in self.towns
        }

    def posts_of(self, name: TownId) -> tuple[PostId, ...]:
        """Return the posts of a town."""
        return tuple(post for post, at in self.of_post.items() if at == name)

    def people_for(self, post: PostId) -> tuple[PersonId, ...]:
        """Return those who may sit at a post, as far as towns are concerned."""
        name = self.of_post.get(post)
        return tuple(self._reach) if name is None else self._reaching[name]

    def reaches(self, person: PersonId, post: PostId) -> bool:
        """Whether a person may sit at a post, as far as towns are concerned."""
        name = self.of_post.get(post)
        return name is None or self.may_work_in(person, name)

    def may_work_in(self, person: PersonId, name: TownId) -> bool:
        """Whether a person may sit in a town."""
        return name in self._reach[person]

    def belongs_to(self, person: PersonId, name: TownId) -> bool:
        """Whether a person is at home in a town, and in no other."""
        return self.of_person[person] == {name}

    def movers(self) -> Iterator[PersonId]:
        """Yield those who may sit in more towns than one."""
        for person, reach in self._reach.items():
            if len(reach) > 1:
                yield person

    def towns_of(self, plan: Plan, person: PersonId) -> set[TownId]:
        """Return the towns in which a person sits, as A or as B."""
        posts = (post for seat in Seat for post in plan.posts_of(person, seat))
        return {self.of_post[post] for post in posts if post in self.of_post}


def _at_home(
    person: Person,
    of_unit: Mapping[str, TownId | None],
    of_post: Mapping[PostId, TownId],
) -> Iterable[TownId]:
    if person.establishment is not None:
        name = of_unit.get(person.establishment)
        return () if name is None else (name,)
    held = (*person.holds, *person.backs_up)
    return [of_post[post] for post in held if post in of_post]
