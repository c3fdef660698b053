"""What every rule must provide."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from optimizer.reason import Reason
from scenarios import Plan, Seat, Town
from scenarios.language.base import PersonId, PostId

if TYPE_CHECKING:
    from optimizer.model import StaffingModel

Refusal = Callable[[PersonId, PostId, Seat], Reason | None]
"""Why a person can't sit somewhere, whoever sits where else; ``None`` if allowed."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Which sentence says a reason of a rule, and the number in it.

    Parameters
    ----------
    key
        The middle of the sentence's key, ``rules.<key>.sentence``.
    number
        What fills the blank ``{number}``; empty where there is none.
    """

    key: str
    number: str = ""


def plain_wording(town: Town, because: Reason) -> Wording:
    """Return the rule's only sentence, which names no number."""
    del town
    return Wording(because.rule)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule said twice: once to the solver, once in plain Python.

    Parameters
    ----------
    key
        The rule's name in scenario files, messages and reports.
    enforce
        Posts the rule to a model.
    breaches
        Yields a reason for each way in which a plan breaks the rule. It knows
        nothing of the solver, so it can check the solver and today's staffing.
    refusal
        For a rule about one person and one post alone: why they don't go together.
        Such pairs are left out of the model, unless an explanation is wanted.
    wording
        Which sentence says a reason, for a rule with numbers or several sentences.
    catch_up
        For a rule that has far more demands than ever come near to binding: says to a
        late model those that a plan breaks, and whether there were any.
    waits
        Whether its demands can wait until the least of a sum is found, since mostly
        other B-holders keep them, or any good plan does (`optimizer.mending`).
    """

    key: str
    enforce: Callable[["StaffingModel"], None]
    breaches: Callable[[Town, Plan], Iterator[Reason]]
    refusal: Callable[[Town], Refusal] | None = None
    wording: Callable[[Town, Reason], Wording] = plain_wording
    catch_up: Callable[["StaffingModel", Plan], bool] | None = None
    waits: bool = False


def pair_rule(key: str, refusal: Callable[[Town], Refusal]) -> Rule:
    """Return the rule that nobody sits where a town's refusal has a reason."""

    def enforce(model: "StaffingModel") -> None:
        refuse = refusal(model.town)
        for post, seat in product(model.town.posts, Seat):
            for person, held in model.holders(post, seat).items():
                if because := refuse(person, post, seat):
                    model.require(held <= 0, because)

    def breaches(town: Town, plan: Plan) -> Iterator[Reason]:
        refuse = refusal(town)
        for one in plan:
            if because := refuse(one.person, one.post, one.seat):
                yield because

    return Rule(key, enforce, breaches, refusal)
