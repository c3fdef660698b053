"""Charts: one a file, from results to a matplotlib figure."""

from plots.chart import Chart, ComparingChart, DesignChart, DifferenceChart
from plots.charts import CHARTS
from plots.pictures import Drawing, png, svg
from plots.study import Study

__all__ = [
    "CHARTS",
    "Chart",
    "ComparingChart",
    "DesignChart",
    "DifferenceChart",
    "Drawing",
    "Study",
    "png",
    "svg",
]
