"""What clashes among the demands of some of a town's hard rules, soon.

A switch for each demand of a rule about one person and one post makes a model slow:
there are thousands, and nobody can be left out beforehand. So first these rules refuse
without being named, and the solver names what clashes beside them; then a model of the
few rules concerned is asked which of all demands clash.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from optimizer.asking import Asking
from optimizer.build import build
from optimizer.conflict import Switched, core
from optimizer.partly_traced import PartlyTraced
from optimizer.reason import Reason
from optimizer.rule import Rule
from scenarios import Town


@dataclass(frozen=True, slots=True)
class Clash:
    """Demands that can't hold together.

    Parameters
    ----------
    demands
        The demands; more than need be, perhaps.
    model
        A model of their rules, in which they can be switched on.
    """

    demands: tuple[Reason, ...]
    model: Switched


@dataclass(slots=True)
class Clashing:
    """Names what clashes in a town.

    Parameters
    ----------
    town
        The town.
    rules
        Its hard rules, in their order.
    asking
        Answers questions as long as there is time.
    """

    town: Town
    rules: Sequence[Rule]
    asking: Asking
    _beside: dict[frozenset[str], Switched] = field(default_factory=dict, init=False)

    def among(self, keys: Collection[str]) -> Clash | None:
        """Return what clashes among some rules' demands; ``None`` if not known."""
        pairs = frozenset(
            rule.key for rule in self.rules if rule.key in keys and rule.refusal
        )
        beside = self._beside_of(pairs)
        asked = [one for one in beside.guards if one.rule in keys]
        if (named := core(beside, asked, self.asking)) is None:
            return None
        concerned = {*pairs, *(one.rule for one in named)}
        model = switched(self.town, [r for r in self.rules if r.key in concerned])
        asked = [one for one in model.guards if one.rule in pairs or one in named]
        demands = core(model, asked, self.asking)
        return None if demands is None else Clash(demands, model)

    def _beside_of(self, pairs: frozenset[str]) -> Switched:
        """Return a model where these rules bind, and joint ones can be switched on."""
        if pairs not in self._beside:
            binding = [rule for rule in self.rules if rule.key in pairs]
            others = [rule for rule in self.rules if not rule.refusal]
            model = PartlyTraced(self.town, binding, others)
            self._beside[pairs] = Switched(model.cp, model.guards())
        return self._beside[pairs]


def switched(town: Town, rules: Sequence[Rule]) -> Switched:
    """Return a model of some hard rules with a switch for each of their demands."""
    model = build(town, rules, traced=True)
    return Switched(model.cp, model.guards())
