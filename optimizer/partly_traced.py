"""A model in which some rules bind, and others may be given up demand by demand."""

from collections.abc import Sequence

from optimizer.build import refused
from optimizer.linear import Linear, total
from optimizer.model import StaffingModel
from optimizer.rule import Rule
from scenarios import Town


class PartlyTraced(StaffingModel):
    """A model that keeps some rules, and traces the demands of others.

    Parameters
    ----------
    town
        The town to staff.
    kept
        Rules that bind; whom they refuse a seat has no variable there.
    traced
        Hard rules whose demands can be switched on one by one.
    """

    def __init__(
        self, town: Town, kept: Sequence[Rule], traced: Sequence[Rule]
    ) -> None:
        super().__init__(town, left_out=refused(town, kept))
        for rule in kept:
            rule.enforce(self)
        self._traced = True
        for rule in traced:
            rule.enforce(self)

    def given_up(self) -> Linear:
        """Return how many of the traced demands are switched off."""
        return total(1 - Linear({index: 1}) for index in self.guards().values())
