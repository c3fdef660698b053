"""What many questions about one town may take together, asked side by side."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from time import monotonic
from typing import TypeVar

from optimizer.asking import Asking

Told = Callable[[int, int], None]
"""Told how many questions are answered, and of how many."""

Question = TypeVar("Question")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What all the questions may take.

    Parameters
    ----------
    seconds
        How long altogether.
    workers
        How many are looked at side by side.
    stop
        When set, it ends with what it has.
    on_progress
        Told how far it is, in the calling thread.
    """

    seconds: float = 120
    workers: int = 2
    stop: Event = field(default_factory=Event)
    on_progress: Told | None = None


def side_by_side(
    answer: Callable[[Question], Answer],
    questions: Sequence[Question],
    spending: Spending,
) -> tuple[Answer, ...]:
    """Return the answers, in the order of the questions."""
    return tuple(one_by_one(answer, questions, spending))


def one_by_one(
    answer: Callable[[Question], Answer],
    questions: Sequence[Question],
    spending: Spending,
) -> Iterator[Answer]:
    """Yield the answers, in the order of the questions, once they are there."""
    with ThreadPoolExecutor(max_workers=spending.workers) as threads:
        try:
            for number, one in enumerate(threads.map(answer, questions), start=1):
                yield one
                if spending.on_progress:
                    spending.on_progress(number, len(questions))
        except BaseException:
            spending.stop.set()
            raise


class Shares:
    """Shares the time among questions: what one doesn't use goes to the later ones.

    Parameters
    ----------
    spending
        What all may take, from now on.
    questions
        How many there are.
    """

    def __init__(self, spending: Spending, questions: int) -> None:
        self._deadline = monotonic() + spending.seconds
        self._spending = spending
        self._left = questions

    def next(self) -> Asking:
        """Return the time of the next one."""
        now = monotonic()
        rounds = -(-self._left // self._spending.workers)
        self._left -= 1
        share = max(0.0, self._deadline - now) / rounds
        return Asking(now + share, self._spending.stop)
