"""Posts that never close, as queueing theory has them."""

from math import sqrt
from statistics import fmean, stdev

from scenarios import Plan
from simulation.draw import draw_year
from simulation.play import play
from tests.simulation.offices import deviations, office, stream

HOURS = 8760
"""Hours of a year of a town that never closes."""

WAIT = ("waiting_hours", "town")
IN_SYSTEM = ("time_in_system_hours", "town")

CONTINUOUS = {"kind": "continuous"}
LONG = {
    "warm_up_days": 40,
    "patience_hours": 0,
    "handover_hours": 0,
    "backup_speed": 1,
}
FOREVER = 100_000
"""Hours of patience that are never spent."""


def exponential(mean):
    return {"dist": "exponential", "mean": mean}


def town_hall(people, posts, work, *, sections=None, **simulation):
    """Return a town that never closes and whose people are never away."""
    return office(
        people=people,
        posts=posts,
        work=work,
        calendar=CONTINUOUS,
        simulation=LONG | simulation,
        **(sections or {}),
    )


def desk(seats, work, **simulation):
    """Return a town of one post."""
    people = {f"p{number}": {"holds": ["desk"]} for number in range(seats)}
    return town_hall(
        people, {"desk": {"seats": seats, "backups": 0}}, work, **simulation
    )


def one_stream(seats, per_hour, hours, **simulation):
    """Return a town of one post and one stream of work."""
    work = stream("desk", hours, arrive={"per_hour": per_hour})
    return desk(seats, {"letters": work}, **simulation)


def classes(seats, mean, rates, **keys):
    """Return a town of one post and streams of falling priority."""
    return desk(
        seats,
        {
            name: stream(
                "desk",
                exponential(mean),
                arrive={"per_hour": rate},
                priority=place + 1,
                **keys.get(name, {}),
            )
            for place, (name, rate) in enumerate(rates.items())
        },
    )


def agrees(design, expected):
    """Whether the means of a town's measures are those expected, |z| < 4."""
    found = deviations(design, expected)
    return max(map(abs, found)) < 4


def years(design, count=24):
    """Yield the logs of some years of a town."""
    for number in range(count):
        year = draw_year(design, seed=20260101, replication=number)
        yield play(design, Plan.today(design), year)


def deviation(values, expected):
    """Return by how many standard errors the mean of some values misses another."""
    return (fmean(values) - expected) / (stdev(values) / sqrt(len(values)))
