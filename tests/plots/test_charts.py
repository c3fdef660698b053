import re

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.layout_engine import ConstrainedLayoutEngine

from bianping.words import catalogue
from plots import CHARTS, ComparingChart, DesignChart, DifferenceChart, Study, png, svg
from plots.style import styled
from scenarios import Plan
from tests.plots.studies import design, paired, staffing, study

LANGS = ("zh", "en")


def drawn(chart, studies, lang="zh"):
    """Return a chart of the given studies, as a figure."""
    words = catalogue(lang)
    differences = {one.town.id: paired(studies[0], one) for one in studies[1:]}
    match chart:
        case DesignChart():
            return chart.draw(studies[-1], words)
        case ComparingChart():
            return chart.draw(studies, words)
        case DifferenceChart():
            return chart.draw(studies, differences, words)


def texts(figure):
    """Return every text of a figure that shows."""
    return [
        one.get_text() for one in figure.findobj(match=lambda a: hasattr(a, "get_text"))
    ]


every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)


@every_chart
def test_every_text_of_a_chart_can_be_read_in_english_too(chart):
    figure = drawn(chart, [study("old"), study("flat")], "en")
    assert svg(figure).unreadable == ()


@every_chart
def test_the_same_chart_is_the_same_file_every_time(chart):
    once, again = (svg(drawn(chart, [study("old"), study("flat")])) for _ in range(2))
    assert once == again
    assert once.unreadable == ()
    assert once.content.startswith(b"<?xml")
    assert b"<text" not in once.content
    assert b"<dc:date>" not in once.content


@every_chart
def test_nothing_is_cut_off_or_runs_into_the_caption(chart):
    figure = drawn(chart, [study("old"), study("flat"), study("dual")])
    canvas = FigureCanvasAgg(figure)
    with styled():
        canvas.draw()
        renderer = canvas.get_renderer()
        heading, caption = (one.get_window_extent(renderer) for one in figure.texts[:2])
        boxes = [axes.get_tightbbox(renderer) for axes in figure.axes]
    width, height = figure.get_size_inches() * figure.dpi
    for box in boxes:
        assert box.x0 >= -1
        assert box.x1 <= width + 1
        assert box.y0 >= caption.y1 - 1
        assert box.y1 <= heading.y0 + 1
    assert heading.y1 <= height


@every_chart
def test_a_chart_without_any_result_says_so_instead_of_failing(chart):
    town = design("flat")
    figure = drawn(chart, [Study(town, Plan.of([]), {})])
    svg(figure)
    if not isinstance(chart, DesignChart):
        assert any("没有此项结果" in text for text in texts(figure))


@every_chart
def test_a_result_that_one_design_lacks_leaves_the_others_in_place(chart):
    town = design("flat")
    figure = drawn(chart, [study("old"), Study(town, staffing(town), {})])
    assert png(figure, 40).content.startswith(b"\x89PNG")


@every_chart
def test_title_alt_text_and_reading_are_in_both_catalogues(chart):
    for lang in LANGS:
        words = catalogue(lang)
        assert words(f"charts.{chart.key}.alt", designs="X")
        assert words(f"charts.{chart.key}.reading").endswith(("。", "."))


def test_the_town_of_full_size_fits_the_page_of_a_proposal():
    studies = [study(kind, people=100, posts=112) for kind in ("old", "flat", "dual")]
    for chart in CHARTS:
        if not isinstance(chart, DesignChart):
            width, height = drawn(chart, studies).get_size_inches()
            assert width <= 6.5
            assert height <= 9.5


def test_a_character_that_no_font_has_is_reported_with_its_text():
    town = design("old")
    people = dict(town.people)
    people["p000"] = people["p000"].model_copy(update={"name": "甲\U0001f9d1"})
    odd = Study(
        town.model_copy(update={"people": people}), staffing(town), study().measures
    )
    (matrix,) = (chart for chart in CHARTS if chart.key == "ab_matrix")
    assert svg(drawn(matrix, [odd])).unreadable == ("甲\U0001f9d1",)


def test_designs_keep_their_colours_from_chart_to_chart():
    studies = [study("old"), study("flat"), study("dual")]
    for chart in CHARTS:
        if isinstance(chart, ComparingChart) and chart.key != "clashes_by_leads":
            content = svg(drawn(chart, studies)).content.decode().lower()
            for colour in ("#6b7280", "#0072b2", "#d55e00"):
                assert re.search(colour, content), chart.key


def test_a_chart_is_laid_out_once_for_all_its_files(monkeypatch):
    laid_out = []
    execute = ConstrainedLayoutEngine.execute

    def counted(engine, figure):
        laid_out.append(figure)
        execute(engine, figure)

    monkeypatch.setattr(ConstrainedLayoutEngine, "execute", counted)
    (queue,) = (chart for chart in CHARTS if chart.key == "decision_queue")
    figure = drawn(queue, [study("old"), study("flat")])
    svg(figure)
    places = [axes.get_position().bounds for axes in figure.axes]
    png(figure, 40)
    assert len(laid_out) == 1
    assert places == [axes.get_position().bounds for axes in figure.axes]
