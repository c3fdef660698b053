"""``remedies.json``."""

from math import isinf, isnan

from bianping.documents import Json, document
from bianping.remedying import Remedied
from simulation.careers.remedies import Trial

SCHEMA = "bianping.remedies/1"


def remedy_document(found: Remedied) -> str:
    """Return what was tried, and the cheapest that restores the wait, as JSON."""
    search = found.search
    cheapest = search.found
    return document(
        SCHEMA,
        {
            "scenario": found.design.id,
            "base": found.old.id,
            "seed": found.how.seed,
            "replications": found.how.careers,
            "target_years": search.target.years,
            "complete": search.complete,
            "remedies": None if cheapest is None else _ids(cheapest),
            "price": None if cheapest is None else cheapest.price,
            "trials": [_trial(one) for one in search.trials],
        },
    )


def _trial(trial: Trial) -> Json:
    longer, half_width = trial.longer
    return {
        "remedies": _ids(trial),
        "price": trial.price,
        "median_years": None if isinf(trial.median.years) else trial.median.years,
        "longer_years": None if isnan(longer) else longer,
        "half_width": None if isnan(half_width) else half_width,
    }


def _ids(trial: Trial) -> list[Json]:
    return [one.id for one in trial.remedies]
