"""Time limits: when a piece of work is late."""

from scenarios.language.arrivals import Due
from simulation.calendars import Calendar
from simulation.clock import DAY, HOUR, NEVER


def due_moment(due: Due, calendar: Calendar, day: int, arrived: int) -> int:
    """Return the moment by which a piece must be completed.

    Parameters
    ----------
    due
        The limit, in calendar days, working days or working hours.
    calendar
        The town's working time.
    day
        How long a working day is.
    arrived
        When the piece came.
    """
    length = allowed(due, day)
    if due.days is not None:
        return arrived + length
    return min(calendar.after(arrived, length), NEVER)


def allowed(due: Due, day: int) -> int:
    """Return the time that a limit allows, by the calendar that it is of."""
    if due.days is not None:
        return round(due.days * DAY)
    if due.working_days is not None:
        return round(due.working_days * day)
    return round((due.hours or 0.0) * HOUR)
