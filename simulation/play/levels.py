"""What may interrupt what: work of a higher level interrupts a lower one."""

from typing import Final

Level = int

ROUTINE: Final = 0
DUTY: Final = 1
"""Presence for the day, gatherings, and people called together."""
APPOINTMENT: Final = 2
"""Joint work at a time that was set."""
URGENT: Final = 3
