"""The years of the careers, as what measures are of: ``year:2031+age_30``."""

from collections.abc import Sequence

from plots.study import Study
from plots.values import subjects


def years_of(studies: Sequence[Study], measure: str) -> list[int]:
    """Return the years that a measure is of in any design, in order."""
    of = subjects(studies, measure, "year")
    return sorted({int(one.partition("+")[0]) for one in of})


def parts_of(studies: Sequence[Study], measure: str) -> list[str]:
    """Return what a measure of a year is further split into, as they come."""
    of = subjects(studies, measure, "year")
    return [*dict.fromkeys(part for one in of if (part := one.partition("+")[2]))]
