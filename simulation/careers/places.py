"""How many a board may let rise: the places of a ladder, as they are taken (晋升)."""

from collections.abc import Sequence

from simulation.careers.boards import Steps


class Places:
    """The places of a ladder, counted anew whenever its board meets.

    Parameters
    ----------
    steps
        The ladder.

    Attributes
    ----------
    used
        How many of the places that the county gave are used, by quota.
    """

    def __init__(self, steps: Steps) -> None:
        self._limits = steps.limits
        self._barring = [
            [number for number, limit in enumerate(steps.limits) if limit.bars(target)]
            for target in range(len(steps.rungs))
        ]
        self.leaders_matter = not all(one.leaders_count for one in steps.limits)
        self.used = [0] * len(steps.limits)
        self._everybody: list[int] = []
        self._leaders: Sequence[int] = ()
        self._strength = self._months = 0

    def count(
        self,
        everybody: list[int],
        *,
        leaders: Sequence[int] = (),
        strength: int,
        months: int,
    ) -> None:
        """Begin a meeting.

        Parameters
        ----------
        everybody, leaders
            How many stand on each rung: all, and the leaders among them, where they
            matter.
        strength
            How many people there are whose ladder it is, on it or not.
        months
            How long the play has lasted.
        """
        self._everybody, self._leaders = everybody, leaders
        self._strength, self._months = strength, months

    def room(self, target: int) -> int | None:
        """Return how many may step up to a rung; ``None`` if no quota bars it."""
        barring = self._barring[target]
        if not barring:
            return None
        return max(0, min([self._room(number) for number in barring]))

    def take(self, target: int, people: int) -> None:
        """Let so many step up to a rung from the one below."""
        self._everybody[target - 1] -= people
        self._everybody[target] += people
        for number in self._barring[target]:
            self.used[number] += people

    def _room(self, number: int) -> int:
        limit = self._limits[number]
        if limit.per_year is not None:
            return limit.given(self._months) - self.used[number]
        standing = sum([self._everybody[rung] for rung in limit.rungs])
        if not limit.leaders_count:
            standing -= sum([self._leaders[rung] for rung in limit.rungs])
        return limit.most(self._strength) - standing
