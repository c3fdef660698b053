"""``plan.xlsx``: a plan as planners hand it round, by post and by person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bianping.workbook_sheets import Cell, Sheet, workbook_of
from optimizer.hours import MILLI, Hours
from scenarios import Assignment, Plan, Seat, Town
from scenarios.language.base import PostId
from scenarios.words import Words


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
    others
        Further sheets: blocking pairs, changes against today, the next best people.
    """

    town: Town
    plan: Plan
    because: Mapping[Assignment, str]
    summary: Sequence[tuple[str, Cell]]
    others: Sequence[Sheet] = ()


def plan_workbook(book: PlanBook, words: Words) -> bytes:
    """Return the workbook: sheets of posts and people, others, and the summary."""
    posts, people, summary = (
        Sheet(
            words(f"workbook.{key}.sheet"),
            words(f"workbook.{key}.headings").split("|"),
            [*rows],
        )
        for key, rows in (
            ("posts", _post_rows(book, words)),
            ("people", _person_rows(book, words)),
            ("summary", book.summary),
        )
    )
    return workbook_of((posts, people, *book.others, summary))


def _post_rows(book: PlanBook, words: Words) -> Iterator[Sequence[Cell]]:
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


def _person_rows(book: PlanBook, words: Words) -> Iterator[Sequence[Cell]]:
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
