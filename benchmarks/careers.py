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
ROUNDS = 7
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
    counts = [count for _, count in parts]
    times = _rounds([do for do, _ in parts])
    drawn, played, arrays, measured = (
        median(one) / count for one, count in zip(times, counts, strict=True)
    )
    return drawn, played, arrays, measured


def _play_each(setting: Setting, lucks: Sequence[Luck]) -> None:
    """Play one after the other; no log is kept, as in a study."""
    for luck in lucks:
        play_setting(setting, luck)


def _lucks(setting: Setting, count: int) -> list[Luck]:
    return [draw_luck(setting.names, seed=1, replication=k) for k in range(count)]


def _of_rosters() -> str:
    least = ROSTERS[0]
    heads = ["people", "chairs", "calls a person", "seconds", "exponent"]
    heads.append(f"as towns of {least}, in turn")
    settings = [Setting.of(roster_town(people), Plan.of([])) for people in ROSTERS]
    alone = [partial(_in_turn, one, _lucks(one, 1)) for one in settings]
    small = settings[0]
    several = [
        partial(_in_turn, small, _lucks(small, people // least)) for people in ROSTERS
    ]
    times, times_of_several = _rounds(alone), _rounds(several)
    rows = [
        [
            str(people),
            str(len(setting.chairs)),
            f"{_calls(setting) / people:.0f}",
            f"{min(times[k]) / 1000:.2f}",
            f"{_exponent(k, times):.2f}" if k else "",
            f"{min(times_of_several[k]) / 1000:.2f}",
        ]
        for k, (people, setting) in enumerate(zip(ROSTERS, settings, strict=True))
    ]
    return table(heads, rows)


def _rounds(parts: Sequence[Callable[[], object]]) -> list[tuple[float, ...]]:
    """Return the times of each of some things that take turns."""
    rounds = [[_spent(do) for do in parts] for _ in range(ROUNDS)]
    return list(zip(*rounds, strict=True))


def _exponent(size: int, times: Sequence[Sequence[float]]) -> float:
    """Return how time grows from the size before: the median within a round."""
    pairs = zip(times[size - 1], times[size], strict=True)
    growth = median(now / before for before, now in pairs)
    return log(growth) / log(ROSTERS[size] / ROSTERS[size - 1])


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
