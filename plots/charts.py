"""The charts, in the order of a report."""

from plots.ab_matrix import chart as ab_matrix
from plots.chart import Chart, ComparingChart, DesignChart, DifferenceChart
from plots.clashes_by_leads import chart as clashes_by_leads
from plots.clashes_by_week import chart as clashes_by_week
from plots.decision_queue import chart as decision_queue
from plots.differences import chart as differences
from plots.load_by_person import chart as load_by_person
from plots.load_by_week import chart as load_by_week
from plots.promotion_by_cohort import chart as promotion_by_cohort
from plots.staff_by_year import chart as staff_by_year
from plots.structure import chart as structure
from plots.waiting_by_stream import chart as waiting_by_stream
from plots.waiting_for_a_seat import chart as waiting_for_a_seat
from plots.winners_and_losers import chart as winners_and_losers

CHARTS: tuple[Chart, ...] = (
    DesignChart("structure", structure),
    DesignChart("ab_matrix", ab_matrix),
    DifferenceChart("differences", differences),
    ComparingChart("load_by_person", load_by_person),
    ComparingChart("load_by_week", load_by_week),
    ComparingChart("clashes_by_leads", clashes_by_leads),
    ComparingChart("clashes_by_week", clashes_by_week),
    ComparingChart("waiting_by_stream", waiting_by_stream),
    ComparingChart("decision_queue", decision_queue),
    ComparingChart("promotion_by_cohort", promotion_by_cohort),
    ComparingChart("waiting_for_a_seat", waiting_for_a_seat),
    DifferenceChart("winners_and_losers", winners_and_losers),
    DesignChart("staff_by_year", staff_by_year),
)
