"""Playing careers many times, in this process or in several."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from scenarios import Plan, Town
from simulation.careers.luck import draw_luck
from simulation.careers.measures import measure_careers
from simulation.careers.play import play_setting
from simulation.careers.setting import Setting
from simulation.play.kernel import without_collection
from simulation.summary import Values

BLOCKS_PER_WORKER = 4
"""So that workers finish at about the same time, and progress is seen."""

OnProgress = Callable[[int, int], None]
"""Called with how many replications are done, and how many there will be."""


def replicate_careers(  # noqa: PLR0913 - all but what is played by keyword
    town: Town,
    plan: Plan,
    *,
    seed: int,
    replications: int,
    workers: int = 1,
    on_progress: OnProgress | None = None,
) -> tuple[Values, ...]:
    """Return the measures of every replication, in order.

    They are the same however many workers there are: what is drawn depends on the
    seed and the replication only.

    Parameters
    ----------
    town, plan
        The design, and who holds what in it.
    seed
        The root of all chance.
    replications
        How many times.
    workers
        How many processes.
    on_progress
        Called in this process after each replication or block of replications.
    """
    one = _Replication(town, plan, seed)
    done: list[Values] = []
    for values in _in_turn(one, replications, workers):
        done.extend(values)
        if on_progress is not None:
            on_progress(len(done), replications)
    return tuple(done)


def _in_turn(
    one: "_Replication", replications: int, workers: int
) -> Iterator[list[Values]]:
    """Yield what blocks of replications gave, in order; here if there is one worker."""
    if workers <= 1:
        yield from ([values] for values in one.each(range(replications)))
        return
    size = max(1, replications // (workers * BLOCKS_PER_WORKER))
    blocks = [
        range(first, min(first + size, replications))
        for first in range(0, replications, size)
    ]
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield from pool.map(one.several, blocks)
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Replication:
    """Plays one replication; a value, so that it can be sent to another process."""

    town: Town
    plan: Plan
    seed: int

    def several(self, replications: Sequence[int]) -> list[Values]:
        return list(self.each(replications))

    def each(self, replications: Sequence[int]) -> Iterator[Values]:
        setting = Setting.of(self.town, self.plan)
        for replication in replications:
            yield self._one(setting, replication)

    def _one(self, setting: Setting, replication: int) -> Values:
        """Return the measures; all else is gone before the garbage collector looks."""
        with without_collection():
            luck = draw_luck(setting.names, seed=self.seed, replication=replication)
            return measure_careers(self.town, play_setting(setting, luck))
