"""Drawing the year: everything that chance decides, before anything is played."""

from simulation.draw.year import Luck, Year, draw_year

__all__ = ["Luck", "Year", "draw_year"]
