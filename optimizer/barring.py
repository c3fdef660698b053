"""Why people can't sit somewhere: refused one by one, or by demands that join."""

from collections.abc import Collection

from optimizer.asking import Asking
from optimizer.choices import Barred
from optimizer.conflict import Switched, core, thinned
from optimizer.partly_traced import PartlyTraced
from optimizer.reason import Reason
from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Assignment, Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.rules import Mode


class Bars:
    """What keeps people from seats in a town.

    Parameters
    ----------
    town
        The town.
    """

    def __init__(self, town: Town) -> None:
        self._town = town
        self._rules = [rule for rule in RULES if mode_of(town, rule.key) is Mode.HARD]
        self._refusals = [
            rule.refusal(town) for rule in self._rules if rule.refusal is not None
        ]
        pairs = [rule for rule in self._rules if rule.refusal is not None]
        others = [rule for rule in self._rules if rule.refusal is None]
        self._model = PartlyTraced(town, pairs, others)

    def refused(self, post: PostId, seat: Seat) -> tuple[Barred, ...]:
        """Return whom rules about one person and one post keep away."""
        found: dict[Reason, list[PersonId]] = {}
        for person in self._town.people:
            if (because := self._refusal(person, post, seat)) is not None:
                found.setdefault(because.demand, []).append(person)
        return tuple(
            Barred((demand,), tuple(people)) for demand, people in found.items()
        )

    def _refusal(self, person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        reasons = (refuse(person, post, seat) for refuse in self._refusals)
        return next((one for one in reasons if one is not None), None)

    def joined(self, seated: Collection[Assignment], asking: Asking) -> Barred:
        """Return the demands that leave no plan with any of some people in a seat.

        Who else is refused which seats is taken for granted; what is named are the
        demands that clash beside it.
        """
        model = self._model
        copy = model.cp.clone()
        copy.add_bool_or(
            [
                copy.get_bool_var_from_proto_index(index)
                for one in seated
                for index in model.holds(one.person, one.post, one.seat).terms
            ]
        )
        forced = Switched(copy, model.guards())
        named = core(forced, tuple(forced.guards), asking)
        demands = () if named is None else thinned(forced, named, asking)
        return Barred(demands, tuple(sorted(one.person for one in seated)))
