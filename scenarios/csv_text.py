"""Texts in CSV files that no spreadsheet program takes for a formula."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that spreadsheets work out, or strip until they do."""


def csv_text(value: object) -> object:
    """Return a cell's value; a text that looks like a formula gets an apostrophe.

    Numbers stay numbers, also where they are written as texts: ``-3.5``.
    """
    if not isinstance(value, str) or not value.startswith(_BEGINS_A_FORMULA):
        return value
    return value if _is_number(value) else f"'{value}"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii() and not text[:1].isspace()
