"""M/M/5 with the same arrivals and lengths: the play, SimPy's own Resource, and Ciw.

``python -m benchmarks.playing_queues --rounds 5``

A post that has nothing but one line is reckoned (`simulation.play.one_line`), to the
rows that play comes to. So it is measured a second time with one letter a year of
another kind, for which the same year must be played: that keeps a calendar, settles
moments, and looks for clashes.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from statistics import fmean

import ciw
import click
import simpy

from benchmarks.ratios import in_turns, told
from scenarios import Plan, Town
from simulation.clock import HOUR
from simulation.draw import Year, draw_year
from simulation.play import play
from simulation.play.kernel import without_collection
from simulation.rows import Event

SEATS, RATE, MEAN = 5, 4.0, 1.0
AIMS = {"simpy.Resource": "at least 2", "Ciw": "at least 8"}


@dataclass(frozen=True, slots=True)
class Line:
    """A year of arrivals and lengths, in hours."""

    came: Sequence[float]
    took: Sequence[float]


@click.command()
@click.option("--rounds", default=5, show_default=True)
def main(*, rounds: int) -> None:
    """Print the mean wait that each comes to, and its times."""
    town, other = _post(), _post(other=True)
    year, other_year = (draw_year(one, seed=1, replication=0) for one in (town, other))
    line = _line(year)
    waits = {
        "the year, one line reckoned": partial(_year, town, year),
        "simpy.Resource": partial(_resource, line),
        "Ciw": partial(_ciw, line),
        "the year, played": partial(_year, other, other_year),
    }
    click.echo(f"M/M/{SEATS}: {len(line.came):,} customers; mean wait in hours:")
    for name, wait in waits.items():
        click.echo(f"  {name}: {fmean(wait()):.6f}")
    with without_collection():
        click.echo(f"\n{told(in_turns(waits, rounds), AIMS)}")


def _post(*, other: bool = False) -> Town:
    """Return a town of one post that never closes, perhaps with another stream."""
    person = {
        "name": "甲",
        "identity": "civil_servant",
        "sex": "f",
        "born": "1985-06",
        "joined": "2008-07",
        "holds": ["desk"],
        "absences": {"leave_days": 0, "sick_days": 0},
    }
    letters = {
        "name": "信",
        "unit": "office",
        "arrive": {"per_hour": RATE},
        "steps": [{"who": "desk", "hours": {"dist": "exponential", "mean": MEAN}}],
    }
    seldom = letters | {"arrive": {"dates": ["2026-07-01"]}}
    return Town.model_validate(
        {
            "schema": 1,
            "id": "post",
            "name": "岗",
            "calendar": {"kind": "continuous"},
            "simulation": {"warm_up_days": 0},
            "units": {"office": {"name": "办"}},
            "people": {f"p{number}": person for number in range(SEATS)},
            "posts": {
                "desk": {"name": "岗", "unit": "office", "seats": SEATS, "backups": 0}
            },
            "work": {"letters": letters} | ({"seldom": seldom} if other else {}),
        }
    )


def _line(year: Year) -> Line:
    luck = year.work["letters"]
    took = luck.lengths[0, ""]
    return Line([at / HOUR for at in luck.arrivals], [one / HOUR for one in took])


def _year(town: Town, year: Year) -> list[float]:
    began = play(town, Plan.today(town), year).by_event[Event.BEGAN]
    waits: list[float] = ((began["at"] - began["since"]) / HOUR).tolist()
    return waits


def _resource(line: Line) -> list[float]:
    env = simpy.Environment()
    desk = simpy.Resource(env, SEATS)
    waits: list[float] = []

    def customer(length: float) -> Generator[simpy.Event]:
        came = env.now
        with desk.request() as turn:
            yield turn
            waits.append(env.now - came)
            yield env.timeout(length)

    def door() -> Generator[simpy.Event]:
        for came, length in zip(line.came, line.took, strict=True):
            yield env.timeout(came - env.now)
            env.process(customer(length))

    env.process(door())
    env.run(until=line.came[-1])
    return waits


def _ciw(line: Line) -> list[float]:
    gaps = [after - before for before, after in pairwise([0.0, *line.came])]
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Sequential([*gaps, float("inf")])],
        service_distributions=[ciw.dists.Sequential([*line.took])],
        number_of_servers=[SEATS],
    )
    run = ciw.Simulation(network)
    run.simulate_until_max_time(line.came[-1])
    return [record.waiting_time for record in run.get_all_records()]


if __name__ == "__main__":
    main()
