"""Whether two designs are the same to the solver, or to the working year.

Designs often differ in what only one part of a study looks at: the dual track operates
as the flat design does and differs in its titles. What is the same is done once; to do
it again would give the same, or, where time cuts the search short, differ by chance.
"""

from scenarios import Plan, Town
from scenarios.language.base import Name
from scenarios.language.goals import Goals
from scenarios.language.matters import Scores
from scenarios.language.posts import CountsAs
from scenarios.language.rules import Rules
from scenarios.language.settings import (
    CalendarSettings,
    CareerSettings,
    SimulationSettings,
)


def staffing_problem(town: Town) -> Town:
    """Return the town without what staffing doesn't depend on."""
    return _operating(town).model_copy(
        update={
            "work": {},
            "layers": (),
            "calendar": CalendarSettings(),
            "simulation": SimulationSettings(),
        }
    )


def working_year(town: Town, plan: Plan) -> tuple[Town, Plan]:
    """Return the plan, and the town without what the year doesn't depend on."""
    played = _operating(town).model_copy(
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
