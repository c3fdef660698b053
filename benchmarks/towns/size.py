"""How large an invented town is, and what follows from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How many people, posts and matters; the proportions are the demo town's.

    Raises
    ------
    ValueError
        If there are too few or too many posts for so many people.
    """

    people: int
    posts: int
    matters: int

    def __post_init__(self) -> None:
        least = self.leaders + self.dispatched + 4 * self.offices
        most = self.leaders + self.dispatched + 2 * self.staff
        if self.staff < 4 * self.offices or not least <= self.posts <= most:
            raise ValueError(f"{self} is no town: {least} to {most} posts are possible")

    @property
    def modules(self) -> int:
        """Modules, each with a lead of its own: four in a town of a hundred."""
        return max(2, round(self.people / 25))

    @property
    def leaders(self) -> int:
        """Members of the leadership: the head, the leads, and those who assist."""
        return 1 + self.modules + max(1, round(0.06 * self.people))

    @property
    def dispatched(self) -> int:
        """People of dispatched stations, each with a post there."""
        return 3 * self.stations

    @property
    def stations(self) -> int:
        """Dispatched stations, of three people each."""
        return round(0.03 * self.people)

    @property
    def staff(self) -> int:
        """Everybody else."""
        return self.people - self.leaders - self.dispatched

    @property
    def offices(self) -> int:
        """Offices and centres."""
        return max(self.modules, round(self.staff / 13))

    @property
    def villages(self) -> int:
        """Agents' posts, one for each village."""
        return min(
            round(0.14 * self.people),
            self.posts - self.leaders - self.dispatched - 2 * self.offices,
        )
