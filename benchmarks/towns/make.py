"""Invented towns and counties, each with a staffing that keeps every rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.towns import entries
from benchmarks.towns.deal import Deal
from benchmarks.towns.dealing import dealt
from benchmarks.towns.limits import limits
from benchmarks.towns.scores import pins, scores
from benchmarks.towns.size import Size
from benchmarks.towns.structure import structure
from benchmarks.towns.terms import terms
from scenarios import Assignment, Plan, Seat, Town
from simulation.streams import stream

SECTIONS = ("units", "modules", "posts", "people", "matters", "pins")


@dataclass(frozen=True, slots=True)
class Made:
    """A town, and a plan that keeps all its rules, though it is not a good one."""

    town: Town
    plan: Plan


@dataclass(frozen=True, slots=True)
class Part:
    """One town of a scenario, as its file would have it."""

    deal: Deal
    sections: dict[str, dict[str, object]]
    rows: list[dict[str, object]]


def made_town(size: Size, seed: int = 1) -> Made:
    """Return an invented town of a size; the same seed gives the same town."""
    return _made([_part(size, seed, "")], leader="head")


def made_county(towns: int, size: Size, seed: int = 1) -> Made:
    """Return so many towns of a size as one scenario."""
    return _made([_part(size, seed, f"t{number}_") for number in range(towns)])


def _part(size: Size, seed: int, prefix: str) -> Part:
    chance = stream(seed, 0, f"town:{prefix}", str(size))
    deal = dealt(structure(size, chance, prefix), chance)
    asked = terms(deal, chance)
    sections: dict[str, dict[str, object]] = {
        "units": dict(entries.units(deal)),
        "modules": dict(entries.modules(deal)),
        "posts": dict(entries.posts(deal, asked)),
        "people": dict(entries.people(deal, asked, chance)),
        "matters": dict(entries.matters(deal, asked, size, chance)),
        "pins": dict(pins(deal)),
    }
    return Part(deal, sections, list(scores(deal, asked, chance)))


def _made(parts: Sequence[Part], leader: str | None = None) -> Made:
    deals = [part.deal for part in parts]
    town = Town.model_validate(
        {
            "schema": 1,
            "id": "invented",
            "name": "虚构的镇",
            "leader": leader,
            "layers": ["module_lead", "leader"],
            "scores": {"rows": [row for part in parts for row in part.rows]},
            "rules": limits(deals),
            **{key: _joined(parts, key) for key in SECTIONS},
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
