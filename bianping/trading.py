"""The frontier of two goals, found for a request and brought into people's units."""

from bianping.console import Progress
from bianping.errors import UserError
from bianping.request import Request
from bianping.staffing import Staffing
from bianping.stopping import stopping
from optimizer.audit import goal_of
from optimizer.front import Frontier, Point
from optimizer.front_search import Budget
from optimizer.frontier import frontier
from optimizer.outcome import Impossible, Solved, Step, Undecided
from plots import Mark, Region, Tradeoff
from scenarios import Town


def traded(
    town: Town, request: Request, progress: Progress
) -> Frontier | Impossible | Undecided:
    """Return the frontier of the request's two goals.

    Raises
    ------
    UserError
        If both goals are the same.
    """
    words = request.words
    if request.between == request.against:
        raise UserError("same_goal", goal=request.between)

    def tell(points: int, gaps: int) -> None:
        progress.show(words("console.doing.points", points=points, gaps=gaps))

    doing = words("console.doing.frontier", name=words.name(town.name))
    with progress.part(doing) as part, stopping() as stop:
        budget = Budget(request.seconds, request.points, request.processors, stop, tell)
        found = frontier(town, request.between, request.against, budget)
        part.has_result = isinstance(found, Frontier)
    return found


def tradeoff(found: Frontier) -> Tradeoff:
    """Return a frontier in the units that people read."""
    first, second = (goal_of(key).scale for key in found.goals)
    return Tradeoff(
        found.town,
        found.goals,
        tuple(
            Mark(
                (one.values[0] / first, one.values[1] / second),
                (one.bounds[0] / first, one.bounds[1] / second),
                one.proven,
            )
            for one in found.points
        ),
        tuple(
            Region(
                gap.place,
                (gap.first[0] / first, gap.first[1] / first),
                (gap.second[0] / second, gap.second[1] / second),
            )
            for gap in found.gaps
        ),
    )


def staffing_of(found: Frontier, point: Point) -> Staffing:
    """Return a point's plan, with the goals kept and what is proven of the two."""
    by_key = zip(found.goals, point.values, point.bounds, strict=True)
    steps = {key: Step(key, value, bound) for key, value, bound in by_key}
    ordered = (steps[key] for key in found.town.goals.order[-2:])
    return Staffing(found.town, Solved(point.plan, (*found.kept, *ordered)))


def plan_name(number: int) -> str:
    """Return the file of a point's plan."""
    return f"plans/point_{number:02d}.json"
