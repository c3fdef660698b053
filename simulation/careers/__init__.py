"""Careers: drawn, played and measured over the years."""

from simulation.careers.imbalance import ImbalanceError
from simulation.careers.log import CareerLog
from simulation.careers.luck import Luck, draw_careers
from simulation.careers.measures import measure_careers
from simulation.careers.play import play_careers
from simulation.careers.replicate import replicate_careers

__all__ = [
    "CareerLog",
    "ImbalanceError",
    "Luck",
    "draw_careers",
    "measure_careers",
    "play_careers",
    "replicate_careers",
]
