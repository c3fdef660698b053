"""Months as whole numbers, so that ages and terms are plain subtraction."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})(-\d{1,2})?")


def month(year: int, number: int) -> int:
    """Return a month (1 to 12 within its year) as the count of months since year 0."""
    return year * 12 + number - 1


def month_text(months: int) -> str:
    """Return a month as ``YYYY-MM``."""
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _parse(given: object) -> object:
    if isinstance(given, date):
        return month(given.year, given.month)
    if isinstance(given, float):
        raise PydanticCustomError("month_as_number", "a number and not a month")
    found = _YEAR_MONTH.fullmatch(given) if isinstance(given, str) else None
    if found is None or not 1 <= int(found[2]) <= 12:
        raise PydanticCustomError("not_a_month", "not a month (YYYY-MM)")
    return month(int(found[1]), int(found[2]))


Month = Annotated[
    int,
    BeforeValidator(_parse),
    PlainSerializer(month_text),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}-\d{1,2}(-\d{1,2})?$",
            "examples": ["1979-04"],
        }
    ),
]
"""A month, written ``1979-04``; months since year 0."""
