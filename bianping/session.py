"""One study of several designs: each is staffed and played, the same work once."""

from bianping.console import Progress, say
from bianping.playing import Chances, Played, play_careers_of, play_years_of, played_of
from bianping.request import Request
from bianping.sameness import staffing_problem, working_year
from bianping.solving import staffed
from bianping.staffing import Staffing
from scenarios import Plan, Town
from simulation.replicate import Replications


class Session:
    """Remembers what has been staffed and played.

    Parameters
    ----------
    request
        What the user asked for.
    how
        What chance begins with.
    """

    def __init__(self, request: Request, how: Chances) -> None:
        self.progress = Progress()
        self.how = how
        self._request = request
        self._staffings: list[tuple[Town, Staffing]] = []
        self._years: list[tuple[tuple[Town, Plan], Town, Replications]] = []

    def staff(self, town: Town) -> Staffing:
        """Return the staffing of a design."""
        if town.staffing == "today":
            return staffed(town, self._request, self.progress)
        problem = staffing_problem(town)
        for known, staffing in self._staffings:
            if known == problem:
                self._say_same("same_staffing", town, staffing.town)
                return Staffing(town, staffing.outcome)
        staffing = staffed(town, self._request, self.progress)
        self._staffings.append((problem, staffing))
        return staffing

    def play(self, town: Town, plan: Plan) -> Played:
        """Return what playing a design with a plan gives."""
        years = self._years_of(town, plan)
        careers = play_careers_of(town, plan, self.how, self._request, self.progress)
        return played_of(town, plan, years, careers)

    def play_year(self, town: Town, plan: Plan) -> Played:
        """Return what playing the working year alone gives."""
        return played_of(town, plan, self._years_of(town, plan), ())

    def _years_of(self, town: Town, plan: Plan) -> Replications:
        played = working_year(town, plan)
        for known, first, years in self._years:
            if known == played:
                self._say_same("same_year", town, first)
                return years
        years = play_years_of(town, plan, self.how, self._request, self.progress)
        self._years.append((played, town, years))
        return years

    def _say_same(self, key: str, town: Town, first: Town) -> None:
        words = self._request.words
        names = {"name": words.name(town.name), "first": words.name(first.name)}
        say(words(f"console.doing.{key}", **names))
