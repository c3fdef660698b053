"""Who holds which chair on the eve: what a reform leaves of today's titles."""

from collections.abc import Collection, Iterator, Sequence

from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import Chair, ChairId, Level


def first_holders(
    town: Town, plan: Plan, cadres: Sequence[Cadre], chairs: Sequence[Chair]
) -> dict[ChairId, PersonId]:
    """Return the first holder of each chair that has one.

    Whoever the plan makes A-holder of a mid-level post that counts for promotion gets
    its title. Titles without a post stay with those whom the roster appoints in that
    unit, and what is then left of titles goes to those who have such a title and no
    chair yet, in order of service. The others lose their titles. Posts that count for
    nothing are held as the plan says, beside any title.
    """
    by_id = {one.id: one for one in cadres}
    titled: dict[ChairId, PersonId] = {}
    seated: set[PersonId] = set()
    for level in sorted(Level, reverse=True):
        of_level = [one for one in chairs if one.titled and one.level is level]
        having = [one for one in by_id.values() if one.title is level]
        if level is not Level.LEADER:
            having.sort(key=lambda one: (one.joined, one.id))
        for found in (
            _by_plan(plan, by_id, of_level),
            _by_unit(town, by_id, of_level),
            _by_title(having, of_level, titled.keys(), seated),
        ):
            for chair, person in found:
                if chair.id not in titled and person not in seated:
                    titled[chair.id] = person
                    seated.add(person)
    on_duty = {titled.get(one.id) for one in chairs if one.duty}
    duties: dict[ChairId, PersonId] = {}
    for chair, person in _by_plan(
        plan, by_id, [one for one in chairs if not one.titled]
    ):
        if person not in on_duty:
            duties[chair.id] = person
            on_duty.add(person)
    return titled | duties


def _by_plan(
    plan: Plan, by_id: dict[PersonId, Cadre], chairs: Sequence[Chair]
) -> Iterator[tuple[Chair, PersonId]]:
    """Pair the chairs of each post with the post's A-holders; leaders take none."""
    posts = dict.fromkeys(one.home for one in chairs if one.duty and one.home)
    for post in posts:
        own = [one for one in chairs if one.home == post and one.duty]
        holders = plan.holders(post, Seat.A)
        staff = [one for one in holders if one in by_id and not _leads(by_id[one])]
        yield from zip(own, staff, strict=False)


def _by_unit(
    town: Town, by_id: dict[PersonId, Cadre], chairs: Sequence[Chair]
) -> Iterator[tuple[Chair, PersonId]]:
    """Pair the titles of each unit with those whom the roster appoints there."""
    appointed: dict[tuple[str, Level | None], list[PersonId]] = {}
    for person, cadre in by_id.items():
        title = town.people[person].title
        if title is not None:
            appointed.setdefault((title.unit, cadre.title), []).append(person)
    for chair in chairs:
        if chair.home is not None and not chair.duty:
            for person in appointed.get((chair.home, chair.level), ()):
                yield chair, person


def _by_title(
    having: Sequence[Cadre],
    chairs: Sequence[Chair],
    taken: Collection[ChairId],
    seated: Collection[PersonId],
) -> Iterator[tuple[Chair, PersonId]]:
    """Pair any chair that is left with whoever has the title and no chair yet.

    Titles that are kept go to those for whom there is no other.
    """
    left = [one for one in chairs if one.id not in taken]
    left.sort(key=lambda one: one.kept)
    waiting = (one.id for one in having if one.id not in seated)
    yield from zip(left, [*waiting], strict=False)


def _leads(cadre: Cadre) -> bool:
    return cadre.title is Level.LEADER
