"""How many of those who wished for posts got one, and which wish it was."""

from dataclasses import dataclass

from optimizer.matching.blocking import Held
from optimizer.matching.market import Market

TOP = 3
"""Wishes that count as near the top."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Whose wishes were met; each person counts by the dearest wish that was met.

    Parameters
    ----------
    wishing
        People who wished for any post.
    first, top_three
        Those of them who hold a post of their first wish, of their first three.
    any_wish
        Those of them who hold any post that they wished for.
    """

    wishing: int
    first: int
    top_three: int
    any_wish: int

    @property
    def first_rate(self) -> float | None:
        """The first-choice rate; none where nobody wished."""
        return self.first / self.wishing if self.wishing else None

    @property
    def top_three_rate(self) -> float | None:
        """The top-three rate; none where nobody wished."""
        return self.top_three / self.wishing if self.wishing else None


def rates(market: Market, held: Held) -> Rates:
    """Return whose wishes are met by who holds what as A."""
    met = [
        min(wished[post] for post in held.get(person, ()) if post in wished)
        for person, wished in market.wishes.items()
        if not wished.keys().isdisjoint(held.get(person, ()))
    ]
    return Rates(
        wishing=len(market.wishes),
        first=sum(wish == 1 for wish in met),
        top_three=sum(wish <= TOP for wish in met),
        any_wish=len(met),
    )
