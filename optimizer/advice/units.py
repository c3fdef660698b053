"""Units, modules and layers that lead nowhere."""

from collections.abc import Iterator

from optimizer.advice.advice import Advice, about
from scenarios import Town
from scenarios.language.base import Layer
from scenarios.language.structure import Unit, UnitKind

_OWN = frozenset({UnitKind.OFFICE, UnitKind.CENTRE, UnitKind.TEAM})


def loose_ends(town: Town) -> Iterator[Advice]:
    """Yield parts of the structure that nobody leads, holds or uses."""
    operating = [unit for unit in town.units.values() if unit.operates]
    own = [unit for unit in operating if unit.kind in _OWN]
    used = {unit.module for unit in operating}
    found = {
        "unit_without_chief": [unit for unit in own if _needs_chief(town, unit)],
        "unit_without_posts": [
            unit for unit in operating if not town.posts_of_unit[unit.id]
        ],
        "unit_without_module": [
            unit for unit in own if town.modules and unit.module is None
        ],
        "unit_without_lead": [
            unit for unit in operating if town.lead_of_unit(unit.id) is None
        ],
    }
    for key, units in found.items():
        if units:
            yield Advice(key, about("unit", (unit.id for unit in units)))
    empty = [module for module in town.modules if module not in used]
    if empty:
        yield Advice("module_without_units", about("module", empty))
    yield from _empty_layers(town, own)


def _needs_chief(town: Town, unit: Unit) -> bool:
    """Whether a unit has no chief though others do, or decisions pass chiefs."""
    others = any(other.chief for other in town.units.values())
    return unit.chief is None and ("chief" in _chosen_layers(town) or others)


def _chosen_layers(town: Town) -> tuple[Layer, ...]:
    """Return the layers that the scenario names itself; the default names them all."""
    return town.layers if "layers" in town.model_fields_set else ()


def _empty_layers(town: Town, own: list[Unit]) -> Iterator[Advice]:
    empty = [
        layer
        for layer in _chosen_layers(town)
        if not any(town.officer(layer, unit.id) for unit in own)
    ]
    if len(empty) < len(town.layers):  # else nobody commands anything, said above
        for layer in empty:
            yield Advice("layer_without_officers", values={"layer": layer})
