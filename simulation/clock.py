"""The clock: whole microseconds since the midnight that begins the year played.

What happens before 1 January has a negative time. What is drawn is rounded to whole
seconds, so that no processor's last bit matters; traces keep their microseconds.
"""

from datetime import date, datetime, timedelta

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

NEVER = 1_000_000 * DAY
"""Later than anything that is played."""


def hours(length: float) -> float:
    """Return a length of time in hours."""
    return length / HOUR


def of_hours(count: float) -> int:
    """Return so many hours, rounded to whole seconds."""
    return round(count * 3600) * SECOND


def midnight(day: date, year: int) -> int:
    """Return the moment at which a day begins, on the clock of a year."""
    return (day - date(year, 1, 1)).days * DAY


def day_of(moment: int, year: int) -> date:
    """Return the day on which a moment falls."""
    return date(year, 1, 1) + timedelta(days=moment // DAY)


def written(moment: int, year: int) -> str:
    """Return a moment as an ISO date and time."""
    begin = datetime(year, 1, 1)  # noqa: DTZ001 - the town's own wall clock
    return (begin + timedelta(microseconds=moment)).isoformat(" ")


def moment_of(text: str, year: int) -> int:
    """Return the moment that is written as an ISO date and time."""
    begin = datetime(year, 1, 1)  # noqa: DTZ001 - the town's own wall clock
    return (datetime.fromisoformat(text) - begin) // timedelta(microseconds=1)
