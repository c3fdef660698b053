"""Numbers outside what published establishments of towns come to.

Published: 35 administrative places in a class-1 town and about 40 of institutions; 128
approved in all in a larger one. Leadership teams have 9 to 13 members, units one chief
and one or two deputies. Ranges here are wider than what was seen.
"""

from collections import Counter
from collections.abc import Iterator

from optimizer.advice.advice import Advice
from scenarios import Town
from scenarios.language.people import Identity, TitleGrade
from scenarios.language.posts import CountsAs
from scenarios.language.structure import UnitKind

_USUAL = {
    "civil_servants": (20, 45),
    "institution_staff": (30, 90),
    "established": (50, 130),
    "leaders": (9, 13),
}
_DEPUTIES_A_UNIT = 2
_SMALLEST_TOWN = 20


def unusual_figures(town: Town) -> Iterator[Advice]:
    """Yield numbers of people and seats that few towns have."""
    count = _counted(town)
    if count["established"] < _SMALLEST_TOWN:
        yield Advice("part_of_a_town", values={"count": count["established"]})
        return
    for key, (least, most) in _USUAL.items():
        if not least <= count[key] <= most:
            values = {"count": count[key], "least": least, "most": most}
            yield Advice(f"unusual_{key}", values=values)
    yield from _mid_level(town)


def _counted(town: Town) -> Counter[str]:
    people = town.people.values()
    identities = Counter(one.identity for one in people)
    leaders = [
        one for one in people if one.title and one.title.grade is TitleGrade.LEADER
    ]
    civil = identities[Identity.CIVIL_SERVANT]
    institution = identities[Identity.INSTITUTION_STAFF]
    return Counter(
        civil_servants=civil,
        institution_staff=institution,
        established=civil + institution + identities[Identity.SUPPORT_STAFF],
        leaders=len(leaders),
    )


def _mid_level(town: Town) -> Iterator[Advice]:
    """Yield more mid-level seats than the units that could carry them."""
    own = {UnitKind.OFFICE, UnitKind.CENTRE, UnitKind.TEAM}
    units = sum(unit.operates and unit.kind in own for unit in town.units.values())
    for worth, most in (
        (CountsAs.MID_CHIEF, units),
        (CountsAs.MID_DEPUTY, units * _DEPUTIES_A_UNIT),
    ):
        seats = sum(post.seats for post in town.posts.values() if post.worth is worth)
        if seats > most:
            values = {"count": seats, "units": units, "most": most}
            yield Advice(f"unusual_{worth}", values=values)
