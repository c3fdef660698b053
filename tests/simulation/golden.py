"""Digests of events that every Python, numpy and processor must come to.

``python -m tests.simulation.golden`` prints them; ``… write`` renews the file, which
is right only where the play itself was changed on purpose.
"""

import json
import sys
from pathlib import Path

from scenarios import Plan
from scenarios.load import load
from simulation.draw import draw_year
from simulation.play import play
from tests.simulation.careers import digests as careers
from tests.simulation.oracle.digest import digest
from tests.simulation.oracle.towns import random_town
from tests.simulation.test_one_line import line
from tests.simulation.test_replicate import busy_town

DESIGNS = ("old", "flat", "dual_track")
FILE = Path(__file__).with_name("golden.json")
DEMO = Path(__file__).parents[2] / "scenarios" / "ganling"


def digests():
    """Return digests of a year, and of careers, of each of some towns, by its name."""
    old, flat, dual = (load(DEMO / f"{one}.yaml") for one in DESIGNS)
    towns = {
        "busy": busy_town(),
        "demo": flat,
        "one line": line(7),
        **{f"small {seed}": random_town(seed, visits=True) for seed in range(5)},
    }
    years = {name: _digest(town) for name, town in towns.items()}
    return years | careers.digests(old=old, flat=flat, dual=dual)


def _digest(town):
    year = draw_year(town, seed=7, replication=0)
    return digest(play(town, Plan.today(town), year).rows)


def golden():
    """Return the digests as they are kept."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def main():
    found = json.dumps(digests(), indent=1) + "\n"
    if sys.argv[1:] == ["write"]:
        FILE.write_text(found, encoding="utf-8")
    sys.stdout.write(found)


if __name__ == "__main__":
    main()
