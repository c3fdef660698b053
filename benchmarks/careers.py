"""How long careers take: on SimPy, as arrays, and with growing rosters.

Run with ``python -m benchmarks.careers [DESIGN …]``. Times are of the processor, in
milliseconds a replication, the median of rounds that take turns.
"""

import sys
from collections.abc import Callable, Sequence
from cProfile import Profile
from functools import partial
from math import log
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.rosters import roster_town
from benchmarks.tables import table
from scenarios import Plan, Town
from scenarios.load import load
from simulation.careers.luck import Luck, draw_luck
from simulation.careers.many import play_many
from simulation.careers.measures import measure_careers
from simulation.careers.play import Play, play_setting
from simulation.careers.setting import Setting
from simulation.careers.staff import Staff
from simulation.play.kernel import without_collection

GANLING = Path(__file__).parents[1] / "scenarios" / "ganling"
DESIGNS = ("old", "flat", "dual_track")
ROUNDS = 5
ONE_BY_ONE, AT_ONCE = 20, 1024
ROSTERS = (625, 1250, 2500, 5000)


def main(designs: Sequence[str]) -> None:
    """Print the tables."""
    sys.stdout.write(_of_designs(designs or DESIGNS) + "\n\n" + _of_rosters() + "\n")


def _of_designs(designs: Sequence[str]) -> str:
    heads = ["design", "draw", "play (SimPy)", "arrays", "SimPy / arrays", "measure"]
    rows = []
    for design in designs:
        town = load(GANLING / f"{design}.yaml")
        drawn, played, arrays, measured = _times(town)
        rows.append(
            [
                design,
                *(f"{one:.2f}" for one in (drawn, played, arrays)),
                f"{played / arrays:.1f}",
                f"{measured:.2f}",
            ]
        )
    return table(heads, rows)


def _times(town: Town) -> tuple[float, float, float, float]:
    setting = Setting.of(town, Plan.today(town))
    lucks = _lucks(setting, AT_ONCE)
    few = lucks[:ONE_BY_ONE]
    logs = [play_setting(setting, luck) for luck in few]
    parts: tuple[tuple[Callable[[], object], int], ...] = (
        (lambda: _lucks(setting, ONE_BY_ONE), ONE_BY_ONE),
        (lambda: _play_each(setting, few), ONE_BY_ONE),
        (lambda: play_many(setting, lucks), AT_ONCE),
        (lambda: [measure_careers(town, one) for one in logs], ONE_BY_ONE),
    )
    rounds = [[_spent(do) / count for do, count in parts] for _ in range(ROUNDS)]
    drawn, played, arrays, measured = (median(one) for one in zip(*rounds, strict=True))
    return drawn, played, arrays, measured


def _play_each(setting: Setting, lucks: Sequence[Luck]) -> None:
    """Play one after the other; no log is kept, as in a study."""
    for luck in lucks:
        play_setting(setting, luck)


def _lucks(setting: Setting, count: int) -> list[Luck]:
    return [draw_luck(setting.names, seed=1, replication=k) for k in range(count)]


def _of_rosters() -> str:
    least = ROSTERS[0]
    small = _setting(least)
    heads = ["people", "chairs", "calls a person", "seconds", "exponent"]
    heads.append(f"as towns of {least}, in turn")
    rows = []
    before: tuple[int, float] | None = None
    for people in ROSTERS:
        setting = _setting(people)
        one, several = _rounds(
            partial(_in_turn, setting, _lucks(setting, 1)),
            partial(_in_turn, small, _lucks(small, people // least)),
        )
        exponent = before and log(one / before[1]) / log(people / before[0])
        rows.append(
            [
                str(people),
                str(len(setting.chairs)),
                f"{_calls(setting) / people:.0f}",
                f"{one / 1000:.2f}",
                f"{exponent:.2f}" if exponent else "",
                f"{several / 1000:.2f}",
            ]
        )
        before = people, one
    return table(heads, rows)


def _setting(people: int) -> Setting:
    return Setting.of(roster_town(people), Plan.of([]))


def _rounds(*parts: Callable[[], object]) -> list[float]:
    """Return the least time of each of some things that take turns."""
    rounds = [[_spent(do) for do in parts] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _in_turn(setting: Setting, lucks: Sequence[Luck]) -> None:
    """Play a town several times at once, a month of each in turn.

    Each does what it does alone; but what it needs in memory is no longer at hand.
    """
    conditions = setting.conditions
    plays = [Play(Staff(setting, luck)) for luck in lucks]
    for play in plays:
        play.begin()
    for month in range(conditions.start, conditions.end):
        for play in plays:
            play.go_on(month)


def _calls(setting: Setting) -> int:
    """Return how many function calls the play takes."""
    profile = Profile()
    profile.runcall(_in_turn, setting, _lucks(setting, 1))
    return sum(one.callcount for one in profile.getstats())


def _spent(do: Callable[[], object]) -> float:
    """Return the time of the processor, without that of the garbage collector.

    It would look at whatever else there is; a study keeps it still too.
    """
    with without_collection():
        begun = process_time()
        do()
        return 1000 * (process_time() - begun)


if __name__ == "__main__":
    main(sys.argv[1:])
