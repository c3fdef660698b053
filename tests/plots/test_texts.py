import pytest

from bianping.words import catalogue
from plots.headlines import HEADLINES, Favour, favour, name
from plots.texts import ems, number, shortened, shortened_apart, wrapped
from simulation.summary import Measure

BY_NAME = {one.measure: one for one in HEADLINES}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (1234.5, "1,234"), (56.78, "56.8"), (5.678, "5.68"),
        (0.0567, "0.057"), (-12.34, "−12.3"), (-0.00001, "0"), (float("nan"), "—"),
    ],
)  # fmt: skip
def test_numbers_have_three_digits_that_count(value, text):
    assert number(value) == text


def test_lines_are_no_longer_than_they_may_be_and_no_word_is_torn():
    text = "模拟结果，供研究参考。 Simulated results, for study only. " * 4
    lines = wrapped(text, 20).split("\n")
    assert all(ems(line) <= 21 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert {word for line in lines for word in line.split()} >= {
        "Simulated",
        "results,",
    }
    assert not any(line[0] in "，。" for line in lines)


def test_a_text_that_fits_is_not_shortened():
    assert shortened("农业综合服务中心", 8) == "农业综合服务中心"
    assert shortened("农业综合服务中心", 6) == "农业综…中心"


@pytest.mark.parametrize(
    ("measure", "mean", "half_width", "said"),
    [
        ("clashes", -5, 1, Favour.FAVOURABLE),
        ("clashes", 5, 1, Favour.UNFAVOURABLE),
        ("promotions", 5, 1, Favour.FAVOURABLE),
        ("clashes", -5, 6, Favour.UNCLEAR),
        ("clashes", -5, float("nan"), Favour.UNCLEAR),
        ("utilisation", -5, 1, Favour.DIFFERENT),
    ],
)
def test_a_difference_is_called_favourable_only_when_it_is_sure(
    measure, mean, half_width, said
):
    difference = Measure(measure, "town", mean, half_width, 20)
    assert favour(BY_NAME[measure], difference) is said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("headline", HEADLINES, ids=lambda one: one.measure)
def test_a_headlines_unit_says_more_than_its_name(headline, lang):
    before, bracket, unit = name(headline, catalogue(lang)).partition(
        "（" if lang == "zh" else " ("
    )
    assert before
    assert bool(bracket) is not headline.share
    assert unit.count("）" if lang == "zh" else ")") == bool(bracket)
    assert unit.rstrip(")").casefold() != before.casefold()


def test_long_names_that_begin_alike_are_told_apart_by_their_ends():
    names = [f"负责统筹全镇各项重点工作和日常事务的{end}岗" for end in ("信访", "应急")]
    assert shortened(names[0], 12) == "负责统筹全镇…务的信访岗"
    assert len(set(shortened_apart(names, 12))) == 2


def test_names_that_differ_in_the_middle_only_are_numbered():
    names = ["负责统筹全镇各村的综合服务岗", "负责统筹全镇各组的综合服务岗", "民政岗"]
    short = shortened_apart([*names, names[0]], 8)
    assert short == ["负责统…务岗 1", "负责统…务岗 2", "民政岗", "负责统…务岗 1"]
    assert all(ems(one) <= 8 for one in short)
