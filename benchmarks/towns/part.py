"""One invented town of a scenario, as its file would have it."""

from dataclasses import dataclass

from benchmarks.towns import entries
from benchmarks.towns.deal import Deal
from benchmarks.towns.dealing import dealt
from benchmarks.towns.scores import Row, pins, scores
from benchmarks.towns.size import Size
from benchmarks.towns.structure import structure
from benchmarks.towns.terms import terms
from simulation.streams import stream

SECTIONS = ("units", "modules", "posts", "people", "matters", "pins")


@dataclass(frozen=True, slots=True)
class Part:
    """The sections that are mappings, the rows of scores, and the deal behind them."""

    deal: Deal
    sections: dict[str, dict[str, object]]
    rows: list[Row]


def part(size: Size, seed: int, prefix: str = "") -> Part:
    """Return a town of a size, whose ids all begin with a prefix."""
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
