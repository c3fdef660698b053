"""Invented towns and counties, each with a staffing that keeps every rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.towns.county import neighbour
from benchmarks.towns.deal import Deal
from benchmarks.towns.limits import limits
from benchmarks.towns.part import SECTIONS, Part, part
from benchmarks.towns.size import Size
from scenarios import Assignment, Plan, Seat, Town
from simulation.streams import stream


@dataclass(frozen=True, slots=True)
class Made:
    """A town, and a plan that keeps all its rules, though it is not a good one."""

    town: Town
    plan: Plan


def made_town(size: Size, seed: int = 1) -> Made:
    """Return an invented town of a size; the same seed gives the same town."""
    return _made([part(size, seed)], {"leader": "head"})


def made_county(towns: int, size: Size, seed: int = 1) -> Made:
    """Return so many towns of a size as one scenario, with few transfers allowed."""
    parts = [part(size, seed, f"t{number}_") for number in range(towns)]
    chance = stream(seed, 0, "county", str(size))
    return _made([neighbour(parts, at, chance) for at in range(towns)], {})


def _made(parts: Sequence[Part], more: Mapping[str, object]) -> Made:
    deals = [part.deal for part in parts]
    town = Town.model_validate(
        {
            "schema": 1,
            "id": "invented",
            "name": "虚构的镇",
            "layers": ["module_lead", "leader"],
            "scores": {"rows": [row for part in parts for row in part.rows]},
            "rules": limits(deals),
            **{key: _joined(parts, key) for key in SECTIONS},
            **more,
        }
    )
    return Made(town, Plan.of(one for deal in deals for one in _assignments(deal)))


def _joined(parts: Sequence[Part], key: str) -> dict[str, object]:
    return {name: entry for p in parts for name, entry in p.sections[key].items()}


def _assignments(deal: Deal) -> list[Assignment]:
    return [
        Assignment(post, seat, worker.id)
        for seat, seats in ((Seat.A, deal.holders), (Seat.B, deal.backups))
        for post, workers in seats.items()
        for worker in workers
    ]
