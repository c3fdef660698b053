"""Private numbers (身份证号、电话、银行卡号), recognised by what they look like.

They are taken out of a text where it is read, so that nothing further on can show,
store or pass on one.
"""

import re
from enum import StrEnum

MARK = "〔…〕"
"""What stands in a text where a private number stood."""


class PrivateKind(StrEnum):
    """What sort of private number it is."""

    IDENTITY = "identity"
    BANK = "bank"
    TELEPHONE = "telephone"
    LONG = "long"


_PLAIN = str.maketrans(
    {ord("０") + digit: str(digit) for digit in range(10)}
    | {"Ｘ": "X", "ｘ": "x", "－": "-", "—": "-", "–": "-", "　": " ", "\xa0": " "}
)
"""Letters of full width, one for one, so that places in the text stay the same."""

_LONG = re.compile(r"(?<!\d)\d(?:[\s\-_·]{0,2}\d){13,}(?:[\s\-_·]{0,2}[Xx])?")
_DAMAGED = re.compile(r"\d(?:\.\d+)?[Ee]\+?1[4-9]")
_TELEPHONE = re.compile(
    r"(?<!\d)(?:\+?86[ \-]?)?1[3-9]\d(?:[ \-]?\d){8}(?!\d)"
    r"|(?<!\d)\(?0\d{2,3}\)?[ \-]?[2-9]\d{6,7}(?!\d)"
)


def without_private(text: str) -> tuple[str, frozenset[PrivateKind]]:
    """Return a text with its private numbers blotted out, and which kinds they were.

    Any run of 14 digits or more counts, also in groups parted by blanks or hyphens, and
    what a spreadsheet makes of such a run (``5.1E+17``): no date and no plain count is
    as long.
    """
    kinds: set[PrivateKind] = set()
    for pattern in (_LONG, _DAMAGED, _TELEPHONE):
        plain = text.translate(_PLAIN)
        for found in reversed([*pattern.finditer(plain)]):
            kinds.add(_kind(found[0]))
            text = text[: found.start()] + MARK + text[found.end() :]
    return text, frozenset(kinds)


def _kind(found: str) -> PrivateKind:
    digits = re.sub(r"[^\dXx]", "", found).upper()
    if len(digits) < 14 or _TELEPHONE.fullmatch(found):
        return PrivateKind.TELEPHONE if "e" not in found.lower() else PrivateKind.LONG
    if is_identity_number(digits):
        return PrivateKind.IDENTITY
    if 16 <= len(digits) <= 19 and digits.isdecimal() and passes_luhn(digits):
        return PrivateKind.BANK
    return PrivateKind.LONG


def is_identity_number(digits: str) -> bool:
    """Return whether it is an identity-card number: 18 with checksum, or 15.

    The check follows GB 11643: weights are powers of two modulo 11.
    """
    if re.fullmatch(r"\d{15}", digits):
        return _is_day(digits[8:12])
    if not re.fullmatch(r"\d{17}[\dX]", digits):
        return False
    total = sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(digits[:17]))
    return _is_day(digits[10:14]) and digits[17] == "10X98765432"[total % 11]


def _is_day(month_and_day: str) -> bool:
    return 1 <= int(month_and_day[:2]) <= 12 and 1 <= int(month_and_day[2:]) <= 31


def passes_luhn(digits: str) -> bool:
    """Return whether digits pass the check of bank cards (Luhn, ISO/IEC 7812)."""
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(one - 9 * (one > 9) for one in doubled) % 10 == 0
