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
    if due.days is not None:
        return arrived + round(due.days * DAY)
    if due.working_days is not None:
        length = round(due.working_days * day)
    else:
        length = round((due.hours or 0.0) * HOUR)
    return min(calendar.after(arrived, length), NEVER)
