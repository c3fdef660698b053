"""Between what a sum is looked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bracket:
    """What a sum isn't below in any solution, and beyond what it isn't looked for."""

    least: int = 0
    most: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is left to be looked for."""
        return self.most is not None and self.least > self.most

    def up_to(self, limit: int) -> "Bracket":
        """Return what of this isn't beyond a limit."""
        most = limit if self.most is None else min(limit, self.most)
        return Bracket(self.least, most)

    def above(self, bound: int) -> "Bracket":
        """Return what of this isn't below a bound."""
        return Bracket(max(self.least, bound), self.most)


EVERYTHING, NOTHING = Bracket(), Bracket(least=1, most=0)
