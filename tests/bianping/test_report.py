import re
from datetime import date
from html.parser import HTMLParser

import pytest

from bianping.report import Comparison, Outcome, Step, files, pictures, render
from bianping.report.sources import sources_table
from bianping.words import catalogue
from plots import CHARTS, Study
from tests.plots.studies import design, paired, staffing, study


def comparison(*studies, **parts):
    """Return a comparison of the given designs."""
    base = studies[0]
    reasons = dict.fromkeys(base.plan, "现任此岗")
    return Comparison(
        studies=studies,
        differences={one.town.id: paired(base, one) for one in studies[1:]},
        outcomes={
            one.town.id: Outcome("optimal", (Step("空缺", 0, 0),), reasons)
            for one in studies
        },
        seed=7,
        replications="20",
        generated=date(2026, 3, 5),
        **parts,
    )


def report(compared, lang="zh", charts=()):
    """Return the report of a comparison, without charts unless some are named."""
    words = catalogue(lang)
    drawn = pictures(
        compared.studies,
        words,
        differences=compared.differences,
        charts=[chart for chart in CHARTS if chart.key in charts],
    )
    return render(compared, drawn, words)


class Outline(HTMLParser):
    """What a report refers to, and whether every element is closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.links, self.alts, self.headings = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.links += [named[key] for key in ("src", "href") if key in named]
        if tag == "img":
            self.alts.append(named["alt"])
        if tag not in {"img", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "h2":
            self.headings.append(data)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_is_one_file_that_loads_nothing(lang):
    compared = comparison(study("old"), study("flat"))
    outline = Outline(report(compared, lang, charts=("structure",)))
    assert outline.open == []
    assert len(outline.alts) == 2
    assert all(outline.alts)
    assert all(link.startswith("data:image/svg+xml;base64,") for link in outline.links)


def test_the_parts_stand_in_the_order_of_a_proposal():
    outline = Outline(report(comparison(study("old"), study("flat"))))
    assert [one.partition("、")[2] for one in outline.headings] == [
        "基本情况", "主要做法（各方案）", "成效与问题", "图示",
        "人员配备和AB岗名单", "假设和数据来源", "计算方法",
    ]  # fmt: skip


def test_a_name_with_markup_stays_a_name():
    town = design("old")
    people = dict(town.people)
    people["p000"] = people["p000"].model_copy(update={"name": "<script>甲</script>"})
    odd = Study(
        town.model_copy(update={"people": people}), staffing(town), study().measures
    )
    text = report(comparison(odd))
    assert "<script" not in text
    assert "&lt;script&gt;甲" in text


def test_only_the_reports_own_style_may_apply():
    text = report(comparison(study("old")))
    assert "default-src 'none'" in text
    assert re.search(r"style-src 'sha256-[\w+/=]{44}'", text)
    assert 'style="' not in text


def test_the_report_says_what_is_favourable_and_what_is_not():
    old, flat = study("old"), study("flat")
    compared = comparison(old, flat)
    key = ("clashes", "town")
    for mean, said in ((-50.0, "favourable"), (50.0, "unfavourable"), (1.0, "unclear")):
        one = compared.differences["flat"][key]
        compared.differences["flat"][key] = type(one)(*key, mean, 10.0, 20)
        row = re.search(r"<tr><td>工作“打架”次数.*?</tr>", report(compared), re.DOTALL)
        assert row is not None
        assert f'class="number {said}"' in row[0]


def test_the_same_comparison_gives_the_same_bytes():
    compared = comparison(study("old"), study("flat"))
    once, again = (report(compared, charts=("decision_queue",)) for _ in range(2))
    assert once == again


def test_a_design_that_cannot_be_staffed_is_told_with_its_conflict():
    compared = comparison(study("old"), left_out=(design("dual"),))
    compared.outcomes["dual"] = Outcome("impossible", conflict=("人大主席须专职",))
    text = report(compared)
    assert "未能配备人员的方案：双轨运行" in text
    assert "人大主席须专职" in text


def test_breaches_and_reasons_stand_with_the_list_they_are_of():
    old = study("old")
    compared = comparison(old)
    held = dict.fromkeys(old.plan, "志愿第一")
    compared.outcomes["old"] = Outcome("today", (), held, ("甲01兼任过多",))
    text = report(compared)
    assert "甲01兼任过多" in text
    assert text.count("志愿第一") == len(old.plan.assignments)


def test_each_chart_is_written_as_svg_and_png_under_a_name_of_its_own():
    drawn = pictures(
        [study("old"), study("flat")],
        catalogue("zh"),
        charts=[chart for chart in CHARTS if chart.key in {"structure", "differences"}],
    )
    written = dict(files(drawn))
    assert sorted(written) == [
        "structure-flat.png", "structure-flat.svg",
        "structure-old.png", "structure-old.svg",
    ]  # fmt: skip
    assert written["structure-old.png"].startswith(b"\x89PNG")
    assert b"<svg" in written["structure-old.svg"]


def staffed(studies, *statuses):
    """Return a comparison whose plans came about in the ways given."""
    compared = comparison(*studies)
    for one, status in zip(studies, statuses, strict=True):
        compared.outcomes[one.town.id] = Outcome(status)
    return compared


def test_a_difference_is_put_down_to_the_design_only_if_all_were_staffed_alike():
    designs = [study("old"), study("flat")]
    alone = "差别只来自方案本身"
    assert alone in report(staffed(designs, "optimal", "optimal"))
    assert alone in report(staffed(designs, "today", "today"))
    mixed = report(staffed(designs, "today", "optimal"))
    assert alone not in mixed
    assert "由方案设计和重新定岗共同造成" in mixed
    assert "old_optimised.yaml" in mixed


def test_the_base_staffed_anew_is_named_as_what_tells_the_causes_apart():
    old = study("old")
    anew = old.town.model_copy(update={"id": "anew", "name": design("dual").name})
    designs = [old, study("flat"), Study(anew, old.plan, old.measures)]
    text = report(staffed(designs, "today", "optimal", "optimal"))
    assert "“双轨运行”与“七办四中心”机构、岗位和工作均相同" in text
    assert "old_optimised.yaml" not in text


def test_a_plan_that_is_not_proven_best_is_named_beside_the_results():
    designs = [study("old"), study("flat")]
    text = report(staffed(designs, "optimal", "feasible"))
    before_the_table = text.partition("主要指标对照")[0]
    assert re.search("未证明最优，[^<]*：四办两中心。", before_the_table)


@pytest.mark.parametrize(
    ("lang", "assumed", "unverified"),
    [("zh", "假设", "待核实"), ("en", "assumption", "unverified")],
)
def test_words_in_a_sources_place_are_in_the_reports_language(
    lang, assumed, unverified
):
    town = design("old")
    grounds = ("assumption", "假设", "unverified", "《镇志》第 3 页")
    posts = dict(town.posts)
    for post, ground in zip(list(posts), grounds, strict=False):
        posts[post] = posts[post].model_copy(update={"source": ground})
    rows = sources_table([town.model_copy(update={"posts": posts})], catalogue(lang))
    assert [source.text for *_, source in rows.rows] == [
        assumed, unverified, "《镇志》第 3 页"
    ]  # fmt: skip
