"""A roster taken in, without its names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from scenarios.anonymity import veil_over
from scenarios.intake.findings import Intake, Recruit
from scenarios.intake.meanings import Meaning

HIDDEN = "…"
"""What stands for a cell's content, which may hold a name."""


def names_of(intake: Intake) -> dict[str, str]:
    """Return the names of all who were taken in, by their ids."""
    return {one.id: one.values.get(Meaning.NAME, "") for one in intake.people}


def anonymised_intake(intake: Intake, shown: Mapping[str, str]) -> Intake:
    """Return the roster without its names, and without the content of any cell.

    Names within other texts, of units and positions, are replaced too.

    Parameters
    ----------
    shown
        What stands for everybody's name, by id.
    """
    names = names_of(intake)
    bearers: dict[str, list[str]] = {}
    for person, name in names.items():
        bearers.setdefault(name, []).append(shown[person])
    veil = veil_over(bearers)

    def renamed(person: Recruit) -> Recruit:
        values = {key: veil(text) for key, text in person.values.items()}
        return replace(person, values={**values, Meaning.NAME: shown[person.id]})

    count = Counter(names.values())
    return replace(
        intake,
        people=tuple(renamed(one) for one in intake.people),
        columns=tuple(
            replace(one, heading=veil(one.heading)) for one in intake.columns
        ),
        cells=tuple(
            replace(one, heading=veil(one.heading), content=HIDDEN)
            for one in intake.cells
        ),
        rows=tuple(replace(one, content=HIDDEN) for one in intake.rows),
        namesakes=tuple(
            shown[person] for person, name in names.items() if count[name] > 1
        ),
    )
