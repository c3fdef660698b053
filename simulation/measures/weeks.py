"""Weeks of the year: seven days each, counted from 1 January."""

from simulation.clock import DAY

WEEK = 7 * DAY


def week_of(moment: int) -> str:
    """Return the week of a moment of the year: ``week:07``."""
    return week_name(moment // WEEK)


def week_name(number: int) -> str:
    """Return the name of a week, the first being number 0."""
    return f"week:{number + 1:02d}"


def borders(end: int) -> tuple[int, ...]:
    """Return where the weeks of a year begin, and last of all where the year ends."""
    return (*range(0, end, WEEK), end)
