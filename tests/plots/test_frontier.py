"""The chart of a frontier."""

from math import inf

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from bianping.words import catalogue
from plots import Mark, Region, Tradeoff, draw_frontier, svg
from plots.style import styled
from tests.plots.studies import design


def mark(x, y, *, proven=True):
    return Mark((x, y), (x, y) if proven else (0.0, 0.0), proven)


MARKS = (mark(1.5, 90), mark(4, 40, proven=False), mark(9, 30))


def tradeoff(*regions, marks=MARKS):
    return Tradeoff(design("flat"), ("clashes", "fit"), tuple(marks), regions)


GAPS = (Region(0, (0.0, 1.0), (90.0, inf)), Region(1, (2.0, 3.9), (41.0, 89.0)))


def texts(figure):
    return [
        one.get_text() for one in figure.findobj(match=lambda a: hasattr(a, "get_text"))
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "given", [tradeoff(), tradeoff(*GAPS), tradeoff(marks=[mark(0, 0)])]
)
def test_every_text_can_be_read_and_nothing_is_cut_off(given, lang):
    figure = draw_frontier(given, catalogue(lang))
    once = svg(figure)
    assert once.unreadable == ()
    assert once == svg(draw_frontier(given, catalogue(lang)))
    canvas = FigureCanvasAgg(figure)
    with styled():
        canvas.draw()
        box = figure.axes[0].get_tightbbox(canvas.get_renderer())
    width, height = figure.get_size_inches() * figure.dpi
    assert box is not None
    assert (box.x0 >= -1, box.y0 >= -1) == (True, True)
    assert (box.x1 <= width + 1, box.y1 <= height + 1) == (True, True)


def test_points_are_numbered_and_open_where_nothing_is_proven():
    axes = draw_frontier(tradeoff(), catalogue("zh")).axes[0]
    points = [line for line in axes.get_lines() if line.get_marker() == "o"]
    assert [one.get_markerfacecolor() == "white" for one in points] == [
        False,
        True,
        False,
    ]
    assert {"1", "2", "3"} <= {one.get_text() for one in axes.texts}


def test_what_was_not_searched_is_shaded_and_said():
    figure = draw_frontier(tradeoff(*GAPS), catalogue("en"))
    assert len(figure.axes[0].patches) == len(GAPS)
    assert any(
        "Not all was searched" in text.replace("\n", " ") for text in texts(figure)
    )
    whole = draw_frontier(tradeoff(), catalogue("en"))
    assert not whole.axes[0].patches
