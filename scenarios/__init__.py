"""What a town is: the scenario language, reading it, and plans over it."""

from scenarios.plan import Assignment, Plan, Seat
from scenarios.town import Town

__all__ = ["Assignment", "Plan", "Seat", "Town"]
