"""Whether two designs are the same to the solver, or to the working year.

Designs often differ in what only one part of a study looks at: the dual track operates
as the flat design does and differs in its titles. What is the same is done once; to do
it again would give the same, or, where time cuts the search short, differ by chance.
"""

from scenarios import Plan, Town
from scenarios.language.base import Name
from scenarios.language.careers import CareerSettings
from scenarios.language.goals import Goals
from scenarios.language.matters import Scores
from scenarios.language.people import Identity
from scenarios.language.posts import CountsAs
from scenarios.language.rules import Mode, Rules
from scenarios.language.settings import (
    CalendarSettings,
    SimulationSettings,
)


def staffing_problem(town: Town) -> Town:
    """Return the town without what staffing doesn't depend on."""
    operating = _operating(town)
    rules = town.rules
    if rules.establishment.mode is Mode.OFF and rules.transfers.mode is Mode.OFF:
        operating = _without_establishment(operating)
    return operating.model_copy(
        update={
            "work": {},
            "layers": (),
            "calendar": CalendarSettings(),
            "simulation": SimulationSettings(),
        }
    )


def working_year(town: Town, plan: Plan) -> tuple[Town, Plan]:
    """Return the plan, and the town without what the year doesn't depend on."""
    played = _without_establishment(_operating(town)).model_copy(
        update={
            "matters": {},
            "scores": Scores(),
            "rules": Rules(),
            "goals": Goals(),
            "pins": {},
            "ladders": {},
            "staffing": "optimise",
        }
    )
    return played, plan


def _without_establishment(town: Town) -> Town:
    """Return the town without establishments, but for dispatched people's homes."""
    return town.model_copy(
        update={
            "people": {
                key: person
                if person.identity is Identity.DISPATCHED
                else person.model_copy(update={"establishment": None})
                for key, person in town.people.items()
            },
            "units": {
                key: unit.model_copy(update={"establishment": None})
                for key, unit in town.units.items()
            },
        }
    )


def _operating(town: Town) -> Town:
    """Return the town without its name, titles that don't operate, and careers."""
    return town.model_copy(
        update={
            "id": "",
            "name": Name(zh="", en=""),
            "summary": None,
            "careers": CareerSettings(),
            "units": {key: unit for key, unit in town.units.items() if unit.operates},
            "posts": {
                key: post.model_copy(update={"counts_as": CountsAs.NONE})
                for key, post in town.posts.items()
            },
        }
    )
