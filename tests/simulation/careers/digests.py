"""Digests of careers: what happened row by row, who was there, with what points."""

from hashlib import blake2b

from scenarios import Plan
from simulation.careers.luck import draw_luck
from simulation.careers.play import play_setting
from simulation.careers.setting import Setting
from tests.simulation.careers.towns import reform

REPLICATIONS = 3

BUSY = {
    "flows": {
        "boards_per_year": 12,
        "early_leave": 0.1,
        "late_share": 0.5,
        "resign": 0.05,
        "second": 0.2,
        "same_month": "one_by_one",
        "seat_years": 1,
        "term_change": {
            "year": 2026,
            "month": 6,
            "every_years": 5,
            "turnover": 0.5,
            "institution_staff": 2,
        },
    },
    "policy": {
        "credit": "either",
        "keep_titles": True,
        "mid_level_share": 0.4,
        "rotation_years": 2,
    },
}
"""Much that the demo town doesn't have, and all of it often."""


def digests(**towns):
    """Return the digest of the careers of each of some towns, and of busy reforms."""
    busy = {f"busy {one}": reform(one, **BUSY) for one in ("old", "flat", "dual")}
    return {f"careers, {name}": _digest(town) for name, town in (towns | busy).items()}


def _digest(town):
    setting = Setting.of(town, Plan.today(town))
    lucks = [
        draw_luck(setting.names, seed=7, replication=k) for k in range(REPLICATIONS)
    ]
    logs = [play_setting(setting, luck) for luck in lucks]
    lines = [line for log in logs for line in _lines(log)]
    return blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()


def _lines(log):
    yield from ("|".join(map(str, row)) for row in log.rows)
    yield from map(repr, log.cadres)
    yield from (f"{person} {points!r}" for person, points in log.points.items())
