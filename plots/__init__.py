"""Charts: one a file, from results to a matplotlib figure."""

from plots.chart import Chart, ComparingChart, DesignChart, DifferenceChart
from plots.charts import CHARTS
from plots.frontier import draw_frontier
from plots.pictures import Drawing, png, svg
from plots.study import Study
from plots.tradeoff import Mark, Region, Tradeoff

__all__ = [
    "CHARTS",
    "Chart",
    "ComparingChart",
    "DesignChart",
    "DifferenceChart",
    "Drawing",
    "Mark",
    "Region",
    "Study",
    "Tradeoff",
    "draw_frontier",
    "png",
    "svg",
]
