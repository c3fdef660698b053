"""Careers of many replications at once, as arrays: the same integers as with SimPy.

An array has a row a replication and a column a line of people or a chair. It is the
oracle that the play is held to, and what searches over policies run on.
"""

from simulation.careers.many.events import Events
from simulation.careers.many.play import play_many

__all__ = ["Events", "play_many"]
