"""A design's structure at a glance: who reports to whom, and how many to each."""

from scenarios.structure.flaws import Flaw
from scenarios.structure.overview import Overview, overview
from scenarios.structure.spans import Span
from scenarios.structure.strength import Strength

__all__ = ["Flaw", "Overview", "Span", "Strength", "overview"]
