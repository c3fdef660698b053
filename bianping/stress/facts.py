"""Facts of a scenario and of the code, for the blanks of the checklist's texts."""

import platform
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING

from bianping.stress.run import Run
from scenarios import Town
from scenarios.language.arrivals import Arrival
from scenarios.language.durations import USUAL_SPREAD, Duration
from scenarios.language.steps import (
    ApproveStep,
    CountyStep,
    JointStep,
    MeetStep,
    Step,
    WorkStep,
)
from scenarios.language.work import Stream
from simulation.clock import day_of
from simulation.draw import draw_year
from simulation.draw.absences import BLOCK_DAYS, SPELL_DAYS
from simulation.rows import Event
from simulation.summary import CONFIDENCE
from simulation.timetables import timetable

if TYPE_CHECKING:
    from scenarios.language.base import Entry

_STEPS: Mapping[str, type[Step]] = {
    "work_steps": WorkStep,
    "approve_steps": ApproveStep,
    "joint_steps": JointStep,
    "meet_steps": MeetStep,
    "county_steps": CountyStep,
}
_FORMS = ("per_year", "per_hour", "every", "dates", "season_days", "trace")


def facts(town: Town, run: Run) -> dict[str, object]:
    """Return everything that the texts have blanks for."""
    return {
        "page": "[simulation.md](simulation.md)",
        **_code(),
        **_of_run(run),
        **_of_work(town),
        **_of_staff(town),
        **_of_time(town),
        **_of_numbers(town),
        **town.simulation.model_dump(),
    }


def _code() -> dict[str, object]:
    return {
        **{name: version(name) for name in ("bianping", "simpy", "numpy", "holidays")},
        "python": platform.python_version(),
        "events": len(Event),
        "confidence": round(100 * CONFIDENCE),
        "usual_spread": USUAL_SPREAD,
        "leave_block": BLOCK_DAYS,
        "sick_spell": SPELL_DAYS,
    }


def _of_run(run: Run) -> dict[str, object]:
    return {
        "rows": f"{run.rows:,}",
        "pieces": f"{run.checks.pieces:,}",
        "seconds": f"{run.seconds:.1f}",
        "machine": run.machine,
        "measures": len(run.measures),
        "lost": run.checks.lost,
        "astray": run.checks.astray,
        "doubly_busy": run.checks.doubly_busy,
    }


def _of_work(town: Town) -> dict[str, object]:
    streams = town.work.values()
    steps = [step for stream in streams for step in stream.steps]
    joint = Counter(step.by for step in steps if isinstance(step, JointStep))
    arriving = [stream.arrive for stream in streams if stream.arrive is not None]
    return {
        "streams": len(streams),
        "arriving": len(arriving),
        "coverages": sum(stream.coverage is not None for stream in streams),
        "campaigns": sum(stream.campaign is not None for stream in streams),
        **{
            name: sum(isinstance(step, kind) for step in steps)
            for name, kind in _STEPS.items()
        },
        "appointments": joint["appointment"],
        "atomics": joint["atomic"],
        "layers": ", ".join(town.layers),
        "shapes": _counted(Counter(str(one.dist) for one in _durations(steps))),
        "arrivals": _counted(Counter(map(_form, arriving))),
    }


def _durations(steps: list[Step]) -> Iterator[Duration]:
    for step in steps:
        yield step.wait_days if isinstance(step, CountyStep) else step.hours


def _form(arrive: Arrival) -> str:
    return next(form for form in _FORMS if getattr(arrive, form) is not None)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"`{name}` {count}" for name, count in counts.most_common())


def _of_staff(town: Town) -> dict[str, object]:
    sections: tuple[Mapping[str, Entry], ...] = (
        town.units,
        town.posts,
        town.people,
        town.matters,
        town.work,
    )
    entries = [entry for section in sections for entry in section.values()]
    sources = [entry.source for entry in entries if entry.source]
    return {
        "people": len(town.people),
        "posts": len(town.posts),
        "seats": sum(post.seats for post in town.posts.values()),
        "entries": len(entries),
        "sourced": len(sources),
        "assumed": sum(_is_assumption(source) for source in sources),
    }


def _is_assumption(source: str) -> bool:
    return source.strip().casefold().startswith(("assumption", "假设"))


def _of_time(town: Town) -> dict[str, object]:
    days = timetable(town)
    return {
        "begin": day_of(days.begin, days.year).isoformat(),
        "begin_year": f"{days.year}-01-01",
        "end_year": f"{days.year}-12-31",
        "working_days": len(days.in_year),
    }


def _of_numbers(town: Town) -> dict[str, object]:
    """Count the streams of numbers that a year is drawn from."""
    year = draw_year(town, seed=town.simulation.seed, replication=0)
    of_work = sum(
        1 + len(luck.lengths) + len(luck.attendance)
        for name, luck in year.work.items()
        if not _is_traced(town.work[name])
    )
    first, person = next(iter(town.work)), next(iter(town.people))
    return {
        "numbers": of_work + 2 * len(town.people),
        "examples": f"`work:{first}` / `arrivals`, `person:{person}` / `leave`",
    }


def _is_traced(stream: Stream) -> bool:
    return stream.arrive is not None and stream.arrive.trace is not None
