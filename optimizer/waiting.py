"""What can wait while the least of a sum is looked for."""

from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from optimizer.homes import Homes
from optimizer.linear import Linear, Variable
from optimizer.seating import Seating
from scenarios import Assignment, Seat, Town

EASY = 0.75
"""The share of the people who could back up a post beyond which its B-seats can wait:
hardly any plan is then without somebody for them. Where few could, they must be left
room for, and few pairs of a person and a seat are saved."""


@dataclass(frozen=True, slots=True)
class CanWait:
    """What can wait.

    Parameters
    ----------
    rules
        The rules whose demands can be put out of force for the time being.
    backups
        Whether B-holders can be left out where a sum is one of A-holders alone.
    """

    rules: frozenset[str] = frozenset()
    backups: bool = False


class Waiting(Seating):
    """The seats of a town, with what can be put out of force for the time being.

    Parameters
    ----------
    can_wait
        What can wait; all else is as for `Seating`.
    """

    def __init__(
        self,
        town: Town,
        *,
        left_out: Collection[Assignment],
        homes: Homes | None,
        can_wait: CanWait,
    ) -> None:
        super().__init__(town, left_out=left_out, homes=homes)
        self.waiting = set(can_wait.rules)
        """The rules whose demands can be put out of force."""
        self._whole = self._switched_on("every demand") if can_wait.rules else None
        easy = self._seats_that_many_could_back_up() if can_wait.backups else ()
        self._easily_filled = frozenset(easy)
        self.backups_wait = bool(self._easily_filled)
        """Whether B-holders can be left out; whoever finds that they can't says so."""
        as_a = (index for one, index in self.pairs() if one.seat is Seat.A)
        self._as_a = frozenset(as_a)
        if self.backups_wait:
            self._backed = self._switched_on("what needs B-holders")
            self.let_out(self._easily_filled, self._backed)

    @contextmanager
    def said_by(self, rule: str) -> Iterator[None]:
        """Take conditions posted meanwhile as a rule's, which perhaps can wait."""
        with self.in_force_where(self._whole if rule in self.waiting else None):
            yield

    def is_of_a_holders(self, sum_: Linear) -> bool:
        """Whether a sum is one of A-holders alone, and of any at all."""
        return bool(sum_.terms) and self._as_a.issuperset(sum_.terms)

    def does_without_backups(self, sum_: Linear) -> bool:
        """Whether B-holders can wait until the least of a sum is found."""
        return self.backups_wait and self.is_of_a_holders(sum_)

    def waits(self, sum_: Linear) -> Collection[Variable]:
        """Return the seats that wait, to be filled when the least of a sum is found."""
        return self._easily_filled if self.does_without_backups(sum_) else ()

    def keeps_back(self, sum_: Linear) -> bool:
        """Whether anything can wait until the least of a sum is found."""
        return self._whole is not None or self.does_without_backups(sum_)

    @contextmanager
    def keeping_back(self, sum_: Linear) -> Iterator[None]:
        """Put what can wait out of force while the least of a sum is looked for.

        What can't be then can't be at all, but a plan needn't keep every rule.
        """
        with ExitStack() as meanwhile:
            if self._whole is not None:
                meanwhile.enter_context(self._out_of_force(self._whole))
            if self.does_without_backups(sum_):
                meanwhile.enter_context(self._out_of_force(self._backed))
                meanwhile.enter_context(self.without(self._easily_filled))
            yield

    def _seats_that_many_could_back_up(self) -> Iterator[Variable]:
        many = EASY * len(self.town.people)
        for post in self.town.posts:
            holders = self.holders(post, Seat.B)
            if len(holders) > many:
                for held in holders.values():
                    yield from held.terms

    def _switched_on(self, what: str) -> Linear:
        switch = self.integer(0, 1, f"{what} is in force")
        self.fix(switch, 1)
        return switch

    @contextmanager
    def _out_of_force(self, switch: Linear) -> Iterator[None]:
        self.fix(switch, 0)
        try:
            yield
        finally:
            self.fix(switch, 1)
