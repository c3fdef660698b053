"""How many of what a scenario holds."""

from collections import Counter
from collections.abc import Mapping

from scenarios import Town
from scenarios.language.base import Choice
from scenarios.language.posts import CountsAs

Contents = Mapping[str, Mapping[str, int | Counter[Choice]]]
"""Numbers, and numbers by a closed choice, a part of the scenario each."""


def contents(town: Town) -> Contents:
    """Return how many of what a scenario holds."""
    return {
        **_structure(town),
        "people": {
            "count": len(town.people),
            "parts": Counter(one.identity for one in town.people.values()),
        },
        "matters": {
            "count": len(town.matters),
            "parts": Counter(one.list for one in town.matters.values()),
        },
        "work": {
            "count": len(town.work),
            "events": sum(bool(one.steps) for one in town.work.values()),
            "coverage": sum(one.coverage is not None for one in town.work.values()),
            "campaigns": sum(one.campaign is not None for one in town.work.values()),
        },
    }


def _structure(town: Town) -> Contents:
    operating = [unit for unit in town.units.values() if unit.operates]
    posts = town.posts.values()
    return {
        "units": {
            "count": len(operating),
            "parts": Counter(unit.kind for unit in operating),
            "titled": len(town.units) - len(operating),
        },
        "structure": {
            "modules": len(town.modules),
            "layers": len(town.layers),
            "leads": len(town.leads),
        },
        "posts": {
            "count": len(posts),
            "seats": sum(post.seats for post in posts),
            "backups": sum(post.backups for post in posts),
            "chiefs": _mid_level(town, CountsAs.MID_CHIEF),
            "deputies": _mid_level(town, CountsAs.MID_DEPUTY),
        },
    }


def _mid_level(town: Town, worth: CountsAs) -> int:
    """Return the seats worth a grade, with the titles of units that don't operate."""
    seats = sum(post.seats for post in town.posts.values() if post.worth is worth)
    titles = (unit.titles for unit in town.units.values() if not unit.operates)
    if worth is CountsAs.MID_CHIEF:
        return seats + sum(one.mid_chief for one in titles)
    return seats + sum(one.mid_deputy for one in titles)
