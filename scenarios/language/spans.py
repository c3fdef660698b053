"""Spans of days within a year or between two dates."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError


def _parse_span(given: object) -> object:
    if not isinstance(given, str):
        raise PydanticCustomError("not_a_date_span", "not a day or a span of days")
    first, slash, last = given.partition("/")
    try:
        begin = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if slash else begin
    except ValueError:
        raise PydanticCustomError(
            "not_a_date_span", "not a day or a span of days"
        ) from None
    if end < begin:
        raise PydanticCustomError("span_backwards", "ends before it begins")
    return (begin, end)


def _span_text(span: tuple[date, date]) -> str:
    first, last = span
    return str(first) if first == last else f"{first}/{last}"


DateSpan = Annotated[
    tuple[date, date],
    BeforeValidator(_parse_span),
    PlainSerializer(_span_text),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}( */ *\d{4}-\d{2}-\d{2})?$",
            "examples": ["2026-07-01/2026-07-14", "2026-09-30"],
        }
    ),
]
"""A day or a span of days, both ends included: ``2026-07-01/2026-07-14``."""


def _parse_day(given: object) -> object:
    try:
        day = date.fromisoformat(f"2000-{given}")
    except ValueError:
        raise PydanticCustomError("not_a_day_of_year", "not a day (MM-DD)") from None
    return (day.month, day.day)


def _day_text(day: tuple[int, int]) -> str:
    return f"{day[0]:02d}-{day[1]:02d}"


DayOfYear = Annotated[
    tuple[int, int],
    BeforeValidator(_parse_day),
    PlainSerializer(_day_text),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{2}-\d{2}$", "examples": ["06-01"]}
    ),
]
"""A day of whatever year is played, written ``06-01``; month and day."""
