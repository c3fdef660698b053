"""Why something is demanded: the rule, and whom it speaks of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """A demand of a rule, or one breach of it.

    Parameters
    ----------
    rule
        The rule's key.
    subjects
        What the demand is about: ``post:cashier``, ``person:p017``, ``unit:hall``,
        ``certificate:enforcement``.
    occasion
        What else tells one breach of the demand from the next; empty for the demand
        itself.
    """

    rule: str
    subjects: tuple[str, ...]
    occasion: tuple[str, ...] = ()

    @property
    def demand(self) -> "Reason":
        """The demand that was broken, without the occasion."""
        return Reason(self.rule, self.subjects) if self.occasion else self

    def named(self, kind: str) -> tuple[str, ...]:
        """Return the ids of a kind that the reason names, in its order."""
        parts = (name.partition(":") for name in (*self.subjects, *self.occasion))
        return tuple(name for found, _, name in parts if found == kind)
