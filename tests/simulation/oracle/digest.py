"""A digest of a year's events that doesn't hang on their order within a moment."""

from collections.abc import Iterable
from hashlib import blake2b

from scenarios import Plan
from simulation.draw import draw_year
from simulation.play import play
from simulation.rows import Row
from tests.simulation.oracle.year import played


def digest(rows: Iterable[Row]) -> str:
    """Return a digest of rows, each in full, sorted."""
    texts = sorted("|".join(map(str, row)) for row in rows)
    return blake2b("\n".join(texts).encode(), digest_size=16).hexdigest()


def same_events(town, plan=None, *, seed=1):
    """Whether the play and the oracle tell the same of a year."""
    plan = plan or Plan.today(town)
    year = draw_year(town, seed=seed, replication=0)
    return digest(play(town, plan, year).rows) == digest(played(town, plan, year))
