from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.intake.private import MARK, PrivateKind, without_private


def identity_number(area, born, serial):
    body = f"{area:06d}{born:%Y%m%d}{serial:03d}"
    total = sum(int(one) * 2 ** (17 - at) for at, one in enumerate(body))
    return body + "10X98765432"[total % 11]


numbers = st.builds(
    identity_number,
    st.integers(110000, 659999),
    st.dates(date(1900, 1, 1)),
    st.integers(0, 999),
)


@given(number=numbers, before=st.text(max_size=5), after=st.text(max_size=5))
def test_no_identity_number_stays_in_a_text(number, before, after):
    text, kinds = without_private(f"{before}，{number}，{after}")
    assert number not in text
    assert MARK in text
    assert PrivateKind.IDENTITY in kinds


@pytest.mark.parametrize(
    ("text", "left", "kind"),
    [
        ("990123197913450018", MARK, PrivateKind.LONG),
        ("990123\n19791345\n0018", MARK, PrivateKind.LONG),
        ("11010519491231002X", MARK, PrivateKind.IDENTITY),
        ("１１０１０５１９４９１２３１００２Ｘ", MARK, PrivateKind.IDENTITY),
        ("110105 19491231 002x 甲01", f"{MARK} 甲01", PrivateKind.IDENTITY),
        ("990105491231002", MARK, PrivateKind.IDENTITY),
        ("卡号6222 0212 3456 7890 128", f"卡号{MARK}", PrivateKind.BANK),
        ("4111111111111111", MARK, PrivateKind.BANK),
        ("手机13800138000。", f"手机{MARK}。", PrivateKind.TELEPHONE),
        ("138-0013-8000", MARK, PrivateKind.TELEPHONE),
        ("+86 13800138000", MARK, PrivateKind.TELEPHONE),
        ("028-87654321", MARK, PrivateKind.TELEPHONE),
        ("5.10123E+17", MARK, PrivateKind.LONG),
    ],
)
def test_private_numbers_are_blotted_out_in_every_form(text, left, kind):
    assert without_private(text) == (left, frozenset({kind}))


@pytest.mark.parametrize(
    "text",
    ["1979-04-15 00:00:00", "19790415", "197904", "1979年4月", "甲01", "2003.08"],
)
def test_dates_and_counts_are_left_alone(text):
    assert without_private(text) == (text, frozenset())
