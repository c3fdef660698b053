from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.intake.cells import clean_cell
from scenarios.intake.months import Order, Unread, Why, order_of, read_month
from scenarios.language.months import month

APRIL = month(1979, 4)
days = st.dates(date(1930, 1, 1), date(2090, 12, 31))

FORMS = (
    "{0:%Y.%m}",
    "{0:%Y}年{0.month}月",
    "{0:%Y}年{0:%m}月{0.day}日",
    "{0:%Y%m}",
    "{0:%Y%m%d}",
    "{0:%m}/{0:%Y}",
    "{0:%Y-%m-%d}",
    "{0:%Y/%m}",
    "{0:%Y-%m-%d} 00:00:00",
    "{0:%Y}、{0:%m}",
    " {0:%Y} . {0:%m} ",
    "{0:%Y.%m}\n（{0.month}岁）",
)


@given(day=days, form=st.sampled_from(FORMS), wide=st.booleans())
def test_every_usual_form_of_a_month_reads_back(day, form, wide):
    text = form.format(day)
    if wide:
        text = text.translate({ord("0") + one: ord("０") + one for one in range(10)})
    assert read_month(clean_cell(text, "A1")) == month(day.year, day.month)
    assert read_month(clean_cell(text, "A1", loose=True)) == month(day.year, day.month)


@given(day=days)
def test_dates_and_serial_numbers_of_excel_read_back(day):
    serial = (day - date(1899, 12, 30)).days
    wanted = month(day.year, day.month)
    for value in (day, datetime(*day.timetuple()[:3]), serial, str(serial)):  # noqa: DTZ001  as Excel
        assert read_month(clean_cell(value, "A1")) == wanted


@pytest.mark.parametrize(
    ("value", "decimals", "read"),
    [
        (1990.1, 2, month(1990, 10)),
        (1990.1, None, Unread(Why.LOST_ZERO)),
        (1990.1, 1, Unread(Why.LOST_ZERO)),
        (1990.2, None, month(1990, 2)),
        (1990.11, None, month(1990, 11)),
        (1979.04, None, APRIL),
        (197904, None, APRIL),
        (19790415, None, APRIL),
        (1979, None, Unread(Why.YEAR_ONLY)),
        ("1990.1", None, month(1990, 1)),
        ("79.04", None, Unread(Why.SHORT_YEAR)),
        ("1979.13", None, Unread(Why.OUT_OF_RANGE)),
        ("1979-02-30", None, Unread(Why.OUT_OF_RANGE)),
        ("1079.04", None, Unread(Why.OUT_OF_RANGE)),
        ("不详", None, Unread(Why.NOT_A_DATE)),
        ("=B3", None, Unread(Why.FORMULA)),
        ("990123197904150010", None, Unread(Why.PRIVATE)),
    ],
)
def test_a_number_is_read_by_its_format_or_not_at_all(value, decimals, read):
    assert read_month(clean_cell(value, "A1", decimals=decimals)) == read


def test_a_csv_can_not_tell_october_from_january():
    cell = clean_cell("1990.1", "A1", loose=True)
    assert read_month(cell) == Unread(Why.LOST_ZERO)


def column(*texts):
    return [clean_cell(text, "A1") for text in texts]


def test_one_date_can_prove_the_order_for_its_column():
    assert order_of(column("04/05/1979", "13/04/1979")) is Order.DAY
    assert order_of(column("04/05/1979", "04/13/1979")) is Order.MONTH
    assert order_of(column("04/05/1979")) is Order.UNKNOWN
    assert order_of(column("13/04/1979", "04/13/1979")) is Order.UNKNOWN
    (cell,) = column("05/04/1979")
    assert read_month(cell, Order.DAY) == APRIL
    assert read_month(cell, Order.MONTH) == month(1979, 5)
    assert read_month(cell) == Unread(Why.DAY_OR_MONTH)
    assert read_month(*column("04/04/1979")) == APRIL
