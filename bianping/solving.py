"""Running the solver with progress and a way to stop it."""

from bianping.console import Progress
from bianping.request import Request
from bianping.staffing import Staffing, given, scales_of
from bianping.stopping import stopping
from optimizer.assign import assign
from optimizer.outcome import Progress as Search
from scenarios import Plan, Town


def solve(town: Town, request: Request, progress: Progress) -> Staffing:
    """Return the best staffing found in the request's time."""
    words, scales = request.words, scales_of(town)

    def tell(search: Search) -> None:
        progress.show(
            words(
                "console.doing.goal",
                goal=words(f"goals.{search.goal}.name"),
                number=search.number,
                of=search.of,
                value=f"{search.value / scales[search.goal]:g}",
                bound=f"{search.bound / scales[search.goal]:g}",
            )
        )

    name = words.name(town.name)
    doing = words("console.doing.optimize", name=name)
    with progress.part(doing) as part, stopping() as stop:
        outcome = assign(
            town,
            seconds=request.seconds,
            workers=request.processors,
            on_progress=tell,
            stop=stop,
        )
        staffing = Staffing(town, outcome)
        part.has_result = staffing.plan is not None
    return staffing


def staffed(town: Town, request: Request, progress: Progress) -> Staffing:
    """Return a design's staffing: today's where it says so, else the solver's."""
    if town.staffing == "today":
        return given(town, Plan.today(town), "today")
    return solve(town, request, progress)
