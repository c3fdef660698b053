"""Why somebody got a post: what can be said for each assignment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Assignment, Plan, Seat, Town
from scenarios.language.base import PostId
from scenarios.language.matters import Score
from scenarios.language.rules import Mode


@dataclass(frozen=True, slots=True)
class Because:
    """One thing to be said for an assignment.

    Parameters
    ----------
    key
        The last part of its text's key, ``rules.because.<key>``.
    number
        What fills the blank ``{number}``; 0 where there is none.
    """

    key: str
    number: int = 0


def accounts(town: Town, plan: Plan) -> Mapping[Assignment, tuple[Because, ...]]:
    """Return what can be said for each assignment, the weightiest first.

    Of pins, of who else would qualify, of today's staffing, of wishes and marks. It
    says what speaks for a pair, and not that the solver had no other way.
    """
    today = Plan.today(town).assignments
    scores = {(row.person, row.post): row for row in town.scores.rows}
    others = Others(town)
    return {
        one: (
            *_pinned(town, one),
            others.besides(one),
            *([Because("held_today")] if one in today else []),
            *_scored(scores.get((one.person, one.post)), one.seat),
        )
        for one in plan
    }


class Others:
    """How many people each seat is open to, by the hard rules about single pairs."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._refusals = [
            rule.refusal(town)
            for rule in RULES
            if rule.refusal is not None and mode_of(town, rule.key) is Mode.HARD
        ]
        self._open: dict[tuple[PostId, Seat], int] = {}

    def besides(self, one: Assignment) -> Because:
        """Return how many others the seat was open to."""
        key = (one.post, one.seat)
        if key not in self._open:
            self._open[key] = sum(self._allowed(p, *key) for p in self._town.people)
        others = self._open[key] - self._allowed(one.person, *key)
        return Because("others_qualify", others) if others else Because("only_one")

    def _allowed(self, person: str, post: PostId, seat: Seat) -> bool:
        return not any(refuse(person, post, seat) for refuse in self._refusals)


def _pinned(town: Town, one: Assignment) -> Iterator[Because]:
    if one.seat is Seat.A and one.person in town.pins.get(one.post, ()):
        yield Because("pinned")


def _scored(score: Score | None, seat: Seat) -> Iterator[Because]:
    if score is None or seat is Seat.B:
        return
    if score.wish is not None:
        yield Because("wish", score.wish)
    if score.assessment is not None:
        yield Because("assessment", round(score.assessment))
