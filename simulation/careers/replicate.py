"""Playing careers many times, in this process or in several."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from scenarios import Plan, Town
from simulation.careers.luck import draw_careers
from simulation.careers.measures import measure_careers
from simulation.careers.play import play_careers
from simulation.summary import Values

CHUNKS_PER_WORKER = 4
"""So that workers finish at about the same time, and progress is seen."""

Progress = Callable[[int], None]
"""Is told how many replications are done."""


def replicate_careers(  # noqa: PLR0913  one value each, all but two by keyword
    town: Town,
    plan: Plan,
    *,
    seed: int,
    replications: int,
    workers: int = 1,
    on_progress: Progress | None = None,
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
        Is told how many replications are done, from time to time.
    """
    one = _Replication(town, plan, seed)
    done: list[Values] = []
    if workers <= 1:
        for replication in range(replications):
            done.append(one(replication))
            _tell(on_progress, len(done))
        return tuple(done)
    size = max(1, replications // (workers * CHUNKS_PER_WORKER))
    chunks = [
        range(first, min(first + size, replications))
        for first in range(0, replications, size)
    ]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for values in pool.map(one.several, chunks):
            done.extend(values)
            _tell(on_progress, len(done))
    return tuple(done)


@dataclass(frozen=True, slots=True)
class _Replication:
    """Plays one replication; a value, so that it can be sent to another process."""

    town: Town
    plan: Plan
    seed: int

    def __call__(self, replication: int) -> Values:
        luck = draw_careers(self.town, seed=self.seed, replication=replication)
        return measure_careers(self.town, play_careers(self.town, self.plan, luck))

    def several(self, replications: Sequence[int]) -> list[Values]:
        return [self(replication) for replication in replications]


def _tell(on_progress: Progress | None, done: int) -> None:
    if on_progress is not None:
        on_progress(done)
