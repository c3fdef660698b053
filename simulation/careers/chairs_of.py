"""Which chairs a design has, in the order in which they are filled."""

from collections.abc import Iterable, Iterator
from itertools import count
from math import ceil

from scenarios import Town
from scenarios.language.careers import OldTitles
from scenarios.language.people import Identity, Person, TitleGrade
from scenarios.language.posts import CountsAs, PostGrade
from simulation.careers.chairs import KEPT, LEVEL_OF_TITLE, Chair, Level

LEVEL_OF_WORTH = {
    CountsAs.MID_CHIEF: Level.MID_CHIEF,
    CountsAs.MID_DEPUTY: Level.MID_DEPUTY,
    CountsAs.NONE: None,
}
LEVEL_OF_GRADE = {
    PostGrade.MID_CHIEF: Level.MID_CHIEF,
    PostGrade.MID_DEPUTY: Level.MID_DEPUTY,
}
ON_ESTABLISHMENT = frozenset(
    {Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF, Identity.SUPPORT_STAFF}
)


def chairs(town: Town) -> tuple[Chair, ...]:
    """Return the chairs of a design, in the order in which they are filled.

    Leaders come first, then chiefs and deputies by title, then duties without title.
    """
    numbers = {level: count(1) for level in Level}
    lapsing = town.careers.policy.old_titles is OldTitles.LAPSE
    titled = [
        Chair(
            f"{level.word}:{next(numbers[level])}",
            level,
            titled=True,
            duty=duty,
            home=home,
            lapses=lapsing and duty is None and home is not None,
        )
        for level in sorted(Level, reverse=True)
        for duty, home in _titled(town, level)
    ]
    duties = {level: count(1) for level in Level}
    bare = [
        Chair(
            f"duty:{level.word}:{next(duties[level])}",
            level,
            titled=False,
            duty=level,
            home=post,
        )
        for level in (Level.MID_CHIEF, Level.MID_DEPUTY)
        for post in _duties_without_title(town, level)
    ]
    kept = _kept(town) if town.careers.policy.keep_titles else ()
    return (*titled, *kept, *bare)


def is_leader(person: Person) -> bool:
    """Tell whether the roster appoints a person to the leadership."""
    return person.title is not None and person.title.grade is TitleGrade.LEADER


def is_played(person: Person) -> bool:
    """Tell whether a person's career is the town's: dispatched people's is not."""
    return person.identity is not Identity.DISPATCHED


def _kept(town: Town) -> Iterator[Chair]:
    """Yield a title for each mid-level title of today, for whoever would lose it."""
    for level in (Level.MID_CHIEF, Level.MID_DEPUTY):
        today = [one for one in _played(town) if _title(one) is level]
        for number in range(1, len(today) + 1):
            name = f"{KEPT}{level.word}:{number}"
            yield Chair(name, level, titled=True, duty=None, lapses=True)


def _title(person: Person) -> Level | None:
    return LEVEL_OF_TITLE[person.title.grade] if person.title else None


def _titled(town: Town, level: Level) -> Iterator[tuple[Level | None, str | None]]:
    """Yield duty and home of each chair with a title of the level."""
    if level is Level.LEADER:
        yield from ((None, None) for one in _played(town) if is_leader(one))
        return
    of_posts = [
        (LEVEL_OF_GRADE.get(post.grade, level), post.id)
        for post in town.posts.values()
        for _ in range(post.seats)
        if LEVEL_OF_WORTH[post.worth] is level and town.units[post.unit].operates
    ]
    of_units = [(None, unit) for unit in _title_units(town, level)]
    yield from of_posts
    yield from of_units
    if level is Level.MID_CHIEF:
        most = _chiefs_by_share(town)
        yield from ((None, None) for _ in range(most - len(of_posts) - len(of_units)))


def _title_units(town: Town, level: Level) -> Iterator[str]:
    """Yield the units that carry titles without operating, once for each title."""
    for unit in town.units.values():
        if not unit.operates:
            titles = unit.titles
            chief = level is Level.MID_CHIEF
            yield from [unit.id] * (titles.mid_chief if chief else titles.mid_deputy)


def _chiefs_by_share(town: Town) -> int:
    """Return the fewest chiefs' seats that the policy's share asks for."""
    share = town.careers.policy.mid_level_share
    staff = sum(
        one.identity in ON_ESTABLISHMENT and not is_leader(one) for one in _played(town)
    )
    return ceil((share or 0) * staff - 1e-9)


def _duties_without_title(town: Town, level: Level) -> Iterator[str]:
    """Yield mid-level posts that count for nothing, once for each seat."""
    for post in town.posts.values():
        operates = town.units[post.unit].operates
        without = LEVEL_OF_WORTH[post.worth] is None
        if operates and without and LEVEL_OF_GRADE.get(post.grade) is level:
            yield from [post.id] * post.seats


def _played(town: Town) -> Iterable[Person]:
    return (one for one in town.people.values() if is_played(one))
