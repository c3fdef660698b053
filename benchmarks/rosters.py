"""Rosters of any size for careers: one ladder of seven ranks, seats in proportion."""

from collections.abc import Iterator

from scenarios import Town

RANKS = 7
STAFF_PER_SEAT = 7
"""As in the demo town: eleven chiefs and as many deputies for 79 people."""


def roster_town(people: int, *, years: int = 15) -> Town:
    """Return a town of so many people, whose seats grow with it.

    Parameters
    ----------
    people
        How many.
    years
        How many years are played.
    """
    seats = max(1, people // STAFF_PER_SEAT)
    leaders = max(1, people // STAFF_PER_SEAT)
    return Town.model_validate(
        {
            "schema": 1,
            "id": f"roster_{people}",
            "name": f"{people}",
            "people": {f"p{k:05d}": _person(k, leaders) for k in range(people)},
            "units": {"office": {"name": "办"}},
            "posts": dict([*_posts("mid_chief", seats), *_posts("mid_deputy", seats)]),
            "ladders": {"ranks": _ladder()},
            "careers": {"years": years},
        }
    )


def _person(number: int, leaders: int) -> dict[str, object]:
    age = 23 + number * 7 % 36
    title = {"title": {"unit": "office", "grade": "leader"}} if number < leaders else {}
    return {
        "name": f"甲{number}",
        "identity": "civil_servant",
        "sex": "m" if number % 5 < 3 else "f",
        "born": f"{2026 - age}-{number % 12 + 1:02d}",
        "joined": f"{2026 - age + 22}-08",
        "rank": f"rank_{min(RANKS - 1, (age - 23) // 6)}",
        "rank_since": f"{2020 + number % 5}-07",
        **title,
    }


def _posts(grade: str, seats: int) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield posts with so many seats together; a post may have a hundred."""
    for number, first in enumerate(range(0, seats, 100)):
        yield (
            f"{grade}_{number}",
            {
                "name": f"{grade} {number}",
                "unit": "office",
                "grade": grade,
                "seats": min(100, seats - first),
            },
        )


def _ladder() -> dict[str, object]:
    names = [f"rank_{k}" for k in range(RANKS)]
    return {
        "name": "职级",
        "identity": "civil_servant",
        "rungs": {name: {"name": name, "years": 2} for name in names},
        "quota": {
            "upper": {"rungs": names[2:], "share": 0.6},
            "top": {"rungs": names[4:], "share": 0.3},
        },
    }
