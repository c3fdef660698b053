"""Builders of towns that are played, and readers of what was played."""

from datetime import datetime
from math import sqrt
from statistics import fmean, stdev

from scenarios import Plan
from simulation.clock import SECOND
from simulation.draw import draw_year
from simulation.measures import measure
from simulation.play import play
from simulation.replicate import replicate
from simulation.rows import Event
from tests.towns import person, post, town

_NEW_YEAR = datetime.fromisoformat("2026-01-01")

NEVER_AWAY = {"leave_days": 0, "sick_days": 0}


def steady(**keys):
    """Return a person who is never away, unless the keys say otherwise."""
    return person(**{"absences": NEVER_AWAY} | keys)


def office(*, people, posts, work, **sections):
    """Return a town whose people are never away, on a plain calendar."""
    sections.setdefault("calendar", {"kind": "plain"})
    sections.setdefault("simulation", {"warm_up_days": 0})
    return town(
        people={name: steady(**keys) for name, keys in people.items()},
        posts={name: post(**keys) for name, keys in posts.items()},
        work=work,
        **sections,
    )


def stream(who, hours, **keys):
    """Return a stream of one step, commanded by the office unless said otherwise."""
    if not {"unit", "module", "post"} & keys.keys():
        keys["unit"] = "office"
    return {"name": "事", "steps": [{"who": who, "hours": hours}], **keys}


def traced(folder, name, *rows):
    """Return the arrival of a trace of rows, each a moment and perhaps hours."""
    path = folder / f"{name}.csv"
    columns = ("at", "hours") if len(rows[0]) > 1 else ("at",)
    lines = [",".join(columns), *(",".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return {"trace": str(path)}


def played(design, plan=None, *, year=None):
    """Return the log and the measures of a year of a town, staffed as today."""
    plan = plan or Plan.today(design)
    year = year or draw_year(design, seed=1, replication=0)
    log = play(design, plan, year)
    return log, measure(design, plan, log)


def at(text):
    """Return a moment of 2026, written as month, day and time."""
    since = datetime.fromisoformat(f"2026-{text}") - _NEW_YEAR
    return round(since.total_seconds()) * SECOND


def moments(log, event, name):
    """Return when an event befell a stream."""
    return [row.at for row in log.rows if (row.event, row.stream) == (event, name)]


def completed(log, name):
    """Return when the pieces of a stream were completed."""
    return moments(log, Event.COMPLETED, name)


def deviations(design, expected):
    """Return by how many standard errors the means of some measures miss a value."""
    done = replicate(design, Plan.today(design), seed=20260101, replications=24)
    assert done.checks.hold
    assert done.checks.pieces > 0
    found = []
    for key, value in expected.items():
        values = [one[key] for one in done.values]
        found.append((fmean(values) - value) / (stdev(values) / sqrt(len(values))))
    return found
