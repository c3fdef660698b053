"""The report of a comparison: one HTML file, and the charts as picture files."""

from bianping.report.content import Comparison, Outcome, Status, Step
from bianping.report.figures import Picture, files, pictures
from bianping.report.html import render

__all__ = [
    "Comparison",
    "Outcome",
    "Picture",
    "Status",
    "Step",
    "files",
    "pictures",
    "render",
]
