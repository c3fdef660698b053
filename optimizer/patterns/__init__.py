"""What one person can hold together, and what a sum comes to at least by that."""

from optimizer.patterns.certain import Certain
from optimizer.patterns.least import least_by_patterns

__all__ = ["Certain", "least_by_patterns"]
