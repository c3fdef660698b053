"""Which sheets the workbook has, and which columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from scenarios.language.matters import Matter, Score
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.structure import Unit
from scenarios.language.work import Stream
from scenarios.reading.headings import ID_HEADINGS, Column, headed_columns
from scenarios.words import Lang


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A sheet of the workbook.

    Parameters
    ----------
    key
        Which sheet; its name is the text ``workspace.sheet.<key>``.
    model
        What a row makes.
    keys
        Its columns, by their English headings, in order.
    numbers
        Those of them that hold numbers; all others are text, so that no spreadsheet
        makes a date or a number of what is typed.
    names
        For columns that name rows of other sheets, the sheet.
    """

    key: str
    model: type[BaseModel]
    keys: tuple[str, ...]
    numbers: frozenset[str]
    names: tuple[tuple[str, str], ...] = ()

    def columns(self, lang: Lang) -> Iterator[tuple[str, str, Column]]:
        """Yield each column's key, its heading in a language, and what it stands for.

        A column that has no Chinese name goes by its key.
        """
        known = [*headed_columns(self.model)]
        headings = [heading for heading, _ in known]
        for key in self.keys:
            if key == "id":
                yield key, ID_HEADINGS[lang == "zh"], Column(("id",))
                continue
            at = headings.index(key)
            heading, column = known[at + 1]
            chinese = not heading.isascii() and column.path == known[at][1].path
            yield key, heading if lang == "zh" and chinese else key, known[at][1]


def _plan(
    key: str, model: type[BaseModel], keys: str, names: dict[str, str]
) -> SheetPlan:
    """Return a plan of keys in one text, those with ``#`` holding numbers."""
    parts = keys.split()
    return SheetPlan(
        key,
        model,
        tuple(part.removesuffix("#") for part in parts),
        frozenset(part.removesuffix("#") for part in parts if part.endswith("#")),
        tuple(names.items()),
    )


SHEETS = (
    _plan(
        "roster",
        Person,
        "id name identity sex born joined rank rank_since title.unit title.grade "
        "establishment certificates party hours# max_posts# holds backs_up available# "
        "notice_days# control absences.leave_days# absences.sick_days# absences.dates "
        "kin retires source",
        {
            "title.unit": "units",
            "establishment": "units",
            "holds": "posts",
            "backs_up": "posts",
            "kin": "roster",
        },
    ),
    _plan(
        "units",
        Unit,
        "id name name.en kind control establishment# titles.mid_chief# "
        "titles.mid_deputy# source",
        {},
    ),
    _plan(
        "posts",
        Post,
        "id name name.en unit grade seats# backups# hours# season full_time "
        "requires.identity requires.title requires.rank requires.certificates "
        "requires.party backup_requires.identity backup_requires.title "
        "backup_requires.certificates backup_requires.party excludes counts_as source",
        {"unit": "units", "excludes": "posts"},
    ),
    _plan(
        "matters",
        Matter,
        "id name list unit certificates officers# hours_per_year# decided_by source",
        {"unit": "units"},
    ),
    _plan(
        "work",
        Stream,
        "id name unit post arrive.per_year# arrive.season arrive.every arrive.on "
        "arrive.number# due.working_days# priority# urgent who.posts who.unit "
        "who.certificates who.count# hours# hours.spread# joint joint_hours# approve "
        "approve_hours# county_days# coverage.post coverage.staff# "
        "coverage.hours_per_day# campaign.from campaign.to campaign.people# "
        "campaign.hours_per_day# campaign.days# source",
        {
            "unit": "units",
            "post": "posts",
            "who.posts": "posts",
            "who.unit": "units",
            "joint": "posts",
            "coverage.post": "posts",
        },
    ),
    _plan(
        "scores",
        Score,
        "person post wish# assessment# hours#",
        {"person": "roster", "post": "posts"},
    ),
)
"""The sheets, in the order in which they are filled in."""
