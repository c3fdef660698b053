"""The rows that an imported roster gives the workbook."""

from collections.abc import Iterable, Mapping

from bianping.workspace.workbook import Row, Rows
from scenarios.intake.findings import Recruit
from scenarios.intake.meanings import Meaning
from scenarios.intake.structure import id_of, post_of, posts_of, units_of

_COLUMNS: Mapping[Meaning, str] = {
    Meaning.NAME: "name",
    Meaning.IDENTITY: "identity",
    Meaning.SEX: "sex",
    Meaning.BORN: "born",
    Meaning.JOINED: "joined",
    Meaning.RANK: "rank",
    Meaning.RANK_SINCE: "rank_since",
    Meaning.CERTIFICATES: "certificates",
    Meaning.PARTY: "party",
}
"""Columns of the roster that hold what the roster said, as it is."""


def imported_rows(people: Iterable[Recruit], unknown_unit: str) -> Rows:
    """Return rows of people, of their units, and of the posts that they hold.

    Parameters
    ----------
    unknown_unit
        What the unit is called to which posts go whose unit isn't said.
    """
    everyone = tuple(people)
    posts = posts_of(everyone, unknown_unit)
    units = units_of(everyone) | {
        post.unit: unknown_unit for post in posts if post.unit == id_of(unknown_unit)
    }
    return {
        "roster": [_person(one, unknown_unit) for one in everyone],
        "units": [{"id": unit, "name": name} for unit, name in units.items()],
        "posts": [
            {"id": post.id, "name": post.name, "unit": post.unit, "seats": post.seats}
            for post in posts
        ],
    }


def _person(person: Recruit, unknown_unit: str) -> Row:
    row = {
        column: person.values[meaning]
        for meaning, column in _COLUMNS.items()
        if meaning in person.values
    }
    unit = id_of(person.values.get(Meaning.UNIT, ""))
    holds = post_of(person, unknown_unit) or ""
    return {"id": person.id, **row, "establishment": unit, "holds": holds}
