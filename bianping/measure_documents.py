"""``simulation.json`` and ``comparison.json``."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan

from bianping.documents import Json, document
from bianping.plan_document import objective_rows
from bianping.playing import Chances, Played
from bianping.staffing import Staffing
from plots.chart import Differences
from plots.headlines import HEADLINES, PERSONAL, Favour, favour
from simulation.summary import Measure

_HEADLINES = {one.measure: one for one in (*HEADLINES, *PERSONAL)}


def simulation_document(played: Played, how: Chances) -> str:
    """Return what playing one design gave, as JSON."""
    return document(
        "bianping.simulation/1",
        {
            "scenario": played.study.town.id,
            **_how(how, [played]),
            "precision": precision_row(how, played),
            "checks": checks_row(played),
            "measures": measure_rows(played.study.measures.values()),
        },
    )


def comparison_document(
    staffings: Sequence[Staffing],
    played: Sequence[Played],
    differences: Differences,
    how: Chances,
) -> str:
    """Return what several designs gave, and their differences to the first, as JSON."""
    scenarios: list[Json] = [
        {
            "scenario": one.town.id,
            "name": {"zh": one.town.name.zh, "en": one.town.name.en},
            "staffing": one.town.staffing,
            "status": one.status,
            "objective": objective_rows(one),
        }
        for one in staffings
    ]
    measures: list[Json] = [
        {"scenario": one.study.town.id, **row}
        for one in played
        for row in measure_rows(one.study.measures.values())
    ]
    return document(
        "bianping.comparison/1",
        {
            **_how(how, played),
            "precision": {one.study.town.id: precision_row(how, one) for one in played},
            "base": played[0].study.town.id,
            "scenarios": scenarios,
            "checks": {one.study.town.id: checks_row(one) for one in played},
            "differences": difference_rows(differences),
            "measures": measures,
        },
    )


def _how(how: Chances, played: Sequence[Played]) -> dict[str, Json]:
    years = max(len(one.years) for one in played)
    return {
        "seed": how.seed,
        "replications": {"year": years, "careers": how.careers},
    }


def precision_row(how: Chances, played: Played) -> Json:
    """Return what precision was asked of the year, and whether it was reached."""
    if how.precision is None:
        return None
    return {
        "share": how.precision,
        "most": how.years,
        "played": len(played.years),
        "reached": played.precise,
    }


def checks_row(played: Played) -> dict[str, Json]:
    """Return what was checked in all years of a design together."""
    checks = played.checks
    return {
        "pieces": checks.pieces,
        "lost": checks.lost,
        "astray_microseconds": checks.astray,
        "doubly_busy": checks.doubly_busy,
        "hold": checks.hold,
    }


def measure_rows(measures: Iterable[Measure]) -> list[Mapping[str, Json]]:
    """Return measures that have a value, a row each."""
    return [
        {
            "measure": one.measure,
            "of": one.of,
            "mean": one.mean,
            "half_width": one.half_width,
            "replications": one.replications,
        }
        for one in measures
        if not isnan(one.mean)
    ]


def difference_rows(differences: Differences) -> list[Json]:
    """Return differences that have a value, a row each, by scenario."""
    return [
        {
            "measure": one.measure,
            "of": one.of,
            "scenario": scenario,
            "mean": one.mean,
            "half_width": one.half_width,
            "replications": one.replications,
            "favourable": _favourable(one),
        }
        for scenario, measures in differences.items()
        for one in measures.values()
        if not isnan(one.mean)
    ]


def _favourable(one: Measure) -> bool | None:
    """Return whether a difference is for the better; nothing where it can't be said."""
    headline = _HEADLINES.get(one.measure)
    said = Favour.UNCLEAR if headline is None else favour(headline, one)
    return {Favour.FAVOURABLE: True, Favour.UNFAVOURABLE: False}.get(said)
