"""``plan.xlsx``: a plan as planners hand it round, by post and by person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from bianping.choice_rows import choice_rows
from optimizer.choices import Choice
from optimizer.hours import MILLI, Hours
from scenarios import Assignment, Plan, Seat, Town
from scenarios.language.base import PostId
from scenarios.words import Words

Cell = str | float | int
_WIDEST = 60
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The same time in every workbook, so that the same plan gives the same bytes."""
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}


@dataclass(frozen=True, slots=True)
class PlanBook:
    """What goes into the workbook.

    Parameters
    ----------
    town, plan
        The design and who holds what in it.
    because
        Why each assignment was made, in the user's language.
    summary
        Lines of name and value: status, goals, bounds.
    choices
        The next best people, where they were asked for.
    """

    town: Town
    plan: Plan
    because: Mapping[Assignment, str]
    summary: Sequence[tuple[str, Cell]]
    choices: Sequence[Choice] = ()


def plan_workbook(book: PlanBook, words: Words) -> bytes:
    """Return the workbook: posts, people, next best people if any, the summary."""
    file = BytesIO()
    with Workbook(file, _SAFE) as workbook:
        workbook.set_properties({"created": _NEVER})
        head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for key, rows in (
            ("posts", _post_rows(book, words)),
            ("people", _person_rows(book, words)),
            ("choices", [*choice_rows(book.town, book.choices, words)]),
            ("summary", [*book.summary]),
        ):
            if key == "choices" and not book.choices:
                continue
            headings = words(f"workbook.{key}.headings").split("|")
            _write(workbook, words(f"workbook.{key}.sheet"), headings, rows, head)
    return file.getvalue()


def _write(
    workbook: Workbook,
    name: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    head: Format,
) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, headings, head)
    widths = [_width(heading) for heading in headings]
    last = 0
    for last, row in enumerate(rows, start=1):
        sheet.write_row(last, 0, row)
        widths = [max(old, _width(one)) for old, one in zip(widths, row, strict=True)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    sheet.autofilter(0, 0, last, len(headings) - 1)


def _width(value: Cell) -> int:
    """Return how many columns of a Latin letter a value is wide."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in str(value))


def _post_rows(book: PlanBook, words: Words) -> Iterable[Sequence[Cell]]:
    for post in book.town.posts.values():
        unit = book.town.units[post.unit]
        lead = book.town.lead_of_post(post.id)
        yield (
            words.name(post.name),
            words.name(unit.name),
            "" if lead is None else words.name(book.town.posts[lead].name),
            post.seats,
            _names(book, post.id, Seat.A),
            post.backups,
            _names(book, post.id, Seat.B),
            _because(book, post.id),
        )


def _person_rows(book: PlanBook, words: Words) -> Iterable[Sequence[Cell]]:
    hours = Hours(book.town)
    for person in book.town.people.values():
        load = hours.load(book.plan, person.id) / MILLI
        yield (
            person.id,
            person.name,
            person.identity.zh if words.lang == "zh" else person.identity.value,
            *(
                "、".join(
                    words.name(book.town.posts[post].name)
                    for post in book.plan.posts_of(person.id, seat)
                )
                for seat in Seat
            ),
            round(load, 1),
            person.hours,
        )


def _names(book: PlanBook, post: PostId, seat: Seat) -> str:
    people = book.plan.holders(post, seat)
    return "、".join(book.town.people[one].name for one in people)


def _because(book: PlanBook, post: PostId) -> str:
    lines = [
        f"{book.town.people[person].name} {seat.value}: {text}"
        for seat in Seat
        for person in book.plan.holders(post, seat)
        if (text := book.because.get(Assignment(post, seat, person)))
    ]
    return "; ".join(lines)
