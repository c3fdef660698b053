"""Playing the year: who does what when; it draws nothing and counts nothing."""

from simulation.play.year import play

__all__ = ["play"]
