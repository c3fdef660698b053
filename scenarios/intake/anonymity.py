"""A roster taken in, without its names."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from scenarios.intake.findings import Intake, Recruit
from scenarios.intake.meanings import Meaning
from scenarios.pseudonyms import Pseudonym, pseudonyms

HIDDEN = "…"
"""What stands for a cell's content, which may hold a name."""


def anonymised_intake(
    intake: Intake, secret: bytes, shown: Callable[[Pseudonym], str]
) -> Intake:
    """Return the roster with pseudonyms for names, and no content of any cell.

    Parameters
    ----------
    secret
        The key of the pseudonyms.
    shown
        How a pseudonym is written in the user's language.
    """
    ids = {
        one.id: f"{one.id} {one.values.get(Meaning.NAME, '')}" for one in intake.people
    }
    known = pseudonyms(ids.values(), secret)

    def renamed(person: Recruit) -> Recruit:
        name = {Meaning.NAME: shown(known[ids[person.id]])}
        return replace(person, values={**person.values, **name})

    return replace(
        intake,
        people=tuple(renamed(one) for one in intake.people),
        cells=tuple(replace(one, content=HIDDEN) for one in intake.cells),
        rows=tuple(replace(one, content=HIDDEN) for one in intake.rows),
        namesakes=_namesakes(intake, renamed),
    )


def _namesakes(
    intake: Intake, renamed: Callable[[Recruit], Recruit]
) -> tuple[str, ...]:
    """Return the pseudonyms of all who share a name with somebody."""
    names = Counter(one.values.get(Meaning.NAME) for one in intake.people)
    return tuple(
        renamed(one).values[Meaning.NAME]
        for one in intake.people
        if names[one.values.get(Meaning.NAME)] > 1
    )
