"""Invented towns of any size, made like the demo town, each with a lawful staffing."""

from benchmarks.towns.make import Made, made_county, made_town
from benchmarks.towns.size import Size
from benchmarks.towns.variants import weighted, with_every_rule
from scenarios import Town

__all__ = [
    "Made",
    "Size",
    "county",
    "made_county",
    "made_town",
    "town",
    "weighted",
    "with_every_rule",
]


def town(people: int, posts: int, matters: int, seed: int = 1) -> Town:
    """Return an invented town of a size; the same seed gives the same town."""
    return made_town(Size(people, posts, matters), seed).town


def county(towns: int, size: Size, seed: int = 1) -> Town:
    """Return so many towns of a size as one scenario, with few transfers allowed."""
    return made_county(towns, size, seed).town
