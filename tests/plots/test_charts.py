import re
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.layout_engine import ConstrainedLayoutEngine

from bianping.words import catalogue
from plots import CHARTS, ComparingChart, DesignChart, DifferenceChart, Study, png, svg
from plots.style import styled
from scenarios import Plan
from simulation.summary import Measure
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


def clashing(means, posts=20):
    """Return a study in which there are so many clashes, by pair or week."""
    town = design("old", posts=posts)
    found = {
        ("clashes", of): Measure("clashes", of, mean, 0.0, 20)
        for of, mean in means.items()
    }
    return Study(town, staffing(town), found)


def chart_of(key, studies):
    """Return the texts of a chart, and the figure."""
    (chart,) = (one for one in CHARTS if one.key == key)
    figure = drawn(chart, studies)
    return texts(figure), figure


def test_a_pair_that_never_clashed_is_a_dash_and_not_a_number():
    means = {
        "leads:leader_0+leader_1": 3008.0,
        "leads:leader_0+leader_2": 0.0,
        "leads:leader_1+leader_2": 0.02,
    }
    shown, _ = chart_of("clashes_by_leads", [clashing(means)])
    assert {"3008", "—", "<0.1"} <= set(shown)
    assert "0.0" not in shown


def test_large_numbers_stay_within_their_cells():
    leads = [f"leader_{n}" for n in range(9)]
    means = {f"leads:{a}+{b}": 3008.0 for a, b in combinations(leads, 2)}
    _, figure = chart_of("clashes_by_leads", [clashing(means)] * 2)
    svg(figure)
    axes = figure.axes[0]
    canvas = FigureCanvasAgg(figure)
    wide = axes.transData.transform([[0, 0], [1, 0]])
    cell = wide[1][0] - wide[0][0]
    with styled():
        numbers = [one for one in axes.texts if one.get_text() == "3008"]
        widths = [one.get_window_extent(canvas.get_renderer()).width for one in numbers]
    assert len(widths) == 36
    assert max(widths) < cell


def test_where_nobody_clashed_the_charts_say_so():
    means = {"leads:leader_0+leader_1": 0.0, "week:01": 0.0, "week:02": 0.0}
    shown, figure = chart_of("clashes_by_leads", [clashing(means)])
    assert any("没有打架" in text for text in shown)
    assert len(figure.axes) == 1
    shown, figure = chart_of("clashes_by_week", [clashing(means)])
    assert "全年没有打架。" in shown
    assert figure.axes[0].get_ylim() == (0, 1)


def test_of_many_leads_those_who_clash_the_most_are_shown_and_the_rest_counted():
    town = design("old", posts=40)
    posts = list(town.posts)[:31]
    pairs = [(a, b) for a, b in combinations(posts, 2)]
    means = {f"leads:{a}+{b}": 1.0 + posts.index(a) + posts.index(b) for a, b in pairs}
    shown, _ = chart_of("clashes_by_leads", [clashing(means, posts=40)])
    names = [catalogue("zh").name(town.posts[post].name) for post in posts]
    assert set(names[-12:]) <= set(shown)
    assert not set(names[:19]) & set(shown)
    assert any("七办四中心 19 位" in text.replace("\n", "") for text in shown)


@pytest.mark.parametrize(
    "key",
    [
        "load_by_person",
        "load_by_week",
        "clashes_by_week",
        "waiting_by_stream",
        "decision_queue",
    ],
)
def test_designs_with_the_same_results_are_named_in_the_caption(key):
    flat, dual = study("flat"), study("dual")
    same = Study(dual.town, dual.plan, flat.measures)
    shown, _ = chart_of(key, [study("old"), flat, same])
    captions = [text.replace("\n", "") for text in shown]
    assert any(
        "结果完全相同" in one and "四办两中心、双轨运行" in one for one in captions
    )
    shown, _ = chart_of(key, [study("old"), flat, dual])
    assert not any("结果完全相同" in text.replace("\n", "") for text in shown)


def test_lines_that_coincide_show_each_their_own_marks():
    _, figure = chart_of("clashes_by_week", [study("old"), study("flat")])
    marks = [line.get_markevery() for line in figure.axes[0].get_lines()]
    assert len(set(marks)) == len(marks) == 2


def test_weeks_are_drawn_where_they_are_in_the_year_and_shares_in_per_cent():
    town = design("old")
    means = {"week:01": 0.5, "week:10": 0.8}
    busy = {
        ("utilisation", of): Measure("utilisation", of, mean, 0.1, 20)
        for of, mean in means.items()
    }
    _, figure = chart_of("load_by_week", [Study(town, staffing(town), busy)])
    assert len(figure.axes) == 3
    (line,) = figure.axes[0].get_lines()
    assert [*line.get_xdata()] == [0.5, 9.5]
    assert [*line.get_ydata()] == pytest.approx([50, 80])


def test_points_at_the_ends_of_the_axis_are_drawn_whole():
    _, figure = chart_of("promotion_by_cohort", [study("old"), study("flat")])
    for axes in figure.axes:
        points = [line for line in axes.get_lines() if line.get_marker() in {"o", "s"}]
        assert points
        assert not any(point.get_clip_on() for point in points)
