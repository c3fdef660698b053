"""Who else could sit at a post, what each would cost, and who can't; no solver here."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.audit import cost_of_breaches, goal_values
from optimizer.goals import GOALS
from optimizer.reason import Reason
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

Cost = Mapping[str, float]
"""What a plan comes to on each goal, in the unit that people read; ``rules`` stands for
the cost of breaches of soft rules."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Somebody else at a post, in the best plan with them there that was found.

    Parameters
    ----------
    person
        Who.
    plan
        The whole plan; others may have moved too.
    more
        What it comes to more than the present plan, goal by goal; below 0 is better.
    proven
        Whether no plan with this person there is better.
    """

    person: PersonId
    plan: Plan
    more: Cost
    proven: bool


@dataclass(frozen=True, slots=True)
class Barred:
    """People who can't sit at a post.

    Parameters
    ----------
    demands
        What keeps them away: the demand that refuses them there, or demands that joined
        leave no plan with any of them there.
    people
        Who.
    """

    demands: tuple[Reason, ...]
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A post's seats of a kind: who has them, who else could, who can't.

    Parameters
    ----------
    post, seat
        Which seats.
    holders
        Who has them in the plan.
    alternatives
        The next best people, the best first.
    barred
        Who can't, by what keeps them away.
    complete
        Whether time sufficed to look for as many alternatives as were asked for, or
        to make sure that there are no more.
    """

    post: PostId
    seat: Seat
    holders: tuple[PersonId, ...]
    alternatives: tuple[Alternative, ...]
    barred: tuple[Barred, ...]
    complete: bool

    @property
    def kept_away(self) -> Mapping[str, int]:
        """How many people each rule keeps away; where several join, each of them."""
        counts: dict[str, int] = {}
        for one in self.barred:
            for rule in dict.fromkeys(demand.rule for demand in one.demands):
                counts[rule] = counts.get(rule, 0) + len(one.people)
        return counts

    @property
    def decisive(self) -> tuple[str, ...]:
        """The goals against the alternatives: for each the first that it costs."""
        first = (
            next((goal for goal, more in one.more.items() if more), None)
            for one in self.alternatives
        )
        return tuple(dict.fromkeys(goal for goal in first if goal is not None))


def cost(town: Town, plan: Plan) -> Cost:
    """Return what a plan comes to, goal by goal, in the unit that people read."""
    goals: dict[str, float] = {
        key: value / scale_of(key) for key, value in goal_values(town, plan).items()
    }
    return {"rules": float(cost_of_breaches(town, plan)), **goals}


def scale_of(goal: str) -> int:
    """Return how many whole units of a goal make one of those that people read."""
    return next((one.scale for one in GOALS if one.key == goal), 1)


def difference(more: Cost, less: Cost) -> Cost:
    """Return how much more one cost is than another, goal by goal."""
    return {goal: round(more[goal] - less[goal], 6) for goal in more}
