"""Matters that nobody can carry, or that carry no work."""

from collections.abc import Iterator

from optimizer.advice.advice import Advice, about
from scenarios import Town


def doubtful_matters(town: Town) -> Iterator[Advice]:
    """Yield matters without hours, without certified officers, or of an idle unit."""
    matters, people = town.matters.values(), town.people.values()
    officers = {
        needed: sum(set(needed) <= set(one.certificates) for one in people)
        for needed in {one.certificates for one in matters if one.certificates}
    }
    found = {
        "matter_without_hours": [one for one in matters if not one.hours_per_year],
        "matter_without_officers": [
            one
            for one in matters
            if one.certificates and officers[one.certificates] < one.officers
        ],
        "matter_of_idle_unit": [
            one for one in matters if not town.posts_of_unit[one.unit]
        ],
    }
    for key, some in found.items():
        if some:
            subjects = about("matter", (one.id for one in some))
            yield Advice(key, subjects, {"all": len(matters)})
