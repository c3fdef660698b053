"""Stopping: the first Ctrl-C ends a search with what it has, the second at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGINT, default_int_handler, getsignal, signal
from threading import Event, current_thread, main_thread


@contextmanager
def stopping() -> Iterator[Event]:
    """Give an event that the first Ctrl-C sets; the second interrupts as usual."""
    stop = Event()
    if current_thread() is not main_thread():
        yield stop
        return
    former = getsignal(SIGINT)

    def note(*_: object) -> None:
        stop.set()
        signal(SIGINT, default_int_handler)

    signal(SIGINT, note)
    try:
        yield stop
    finally:
        signal(SIGINT, former)
