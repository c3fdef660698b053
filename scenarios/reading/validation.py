"""From nodes to a town, with pydantic's complaints turned into faults."""

from dataclasses import dataclass
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scenarios.language.base import Name
from scenarios.language.durations import Duration
from scenarios.language.steps import STEP_KINDS, Pool
from scenarios.reading.faults import Fault
from scenarios.reading.known import Location, known_keys, unknown
from scenarios.reading.nodes import Keys, Node, place_of, value_of
from scenarios.town import Town

_KEYS = {
    "missing": "missing",
    "int_type": "not_whole",
    "int_parsing": "not_whole",
    "int_parsing_size": "not_whole",
    "int_from_float": "not_whole",
    "float_type": "not_number",
    "float_parsing": "not_number",
    "bool_type": "not_truth",
    "bool_parsing": "not_truth",
    "string_type": "not_text",
    "string_too_short": "empty_text",
    "too_short": "too_few",
    "tuple_type": "not_list",
    "mapping_type": "not_mapping",
    "dict_type": "not_mapping",
    "model_type": "not_mapping",
    "not_a_duration": "not_a_duration",
    "not_a_pool": "not_a_pool",
    "model_attributes_type": "not_mapping",
    "greater_than": "above",
    "greater_than_equal": "at_least",
    "less_than": "below",
    "less_than_equal": "at_most",
    "date_type": "not_date",
    "date_parsing": "not_date",
    "date_from_datetime_parsing": "not_date",
    "date_from_datetime_inexact": "not_date",
    "time_type": "not_time",
    "time_parsing": "not_time",
    "finite_number": "not_number",
}
"""Faults by pydantic's type of error; types of our own go by their own names."""

_SHORT = {Duration.__name__: "not_a_duration", Pool.__name__: "not_a_pool"}
"""Faults where a short form may stand instead of keys."""

OWN_TYPES = frozenset({
    "not_a_month", "month_as_number", "not_a_date_span", "span_backwards",
    "not_a_day_of_year",
    "season_length", "season_weights", "duration_parts", "duration_order",
    "one_form", "kind_of_step", "steps_arrive", "any_time_rate", "id_inside",
})  # fmt: skip
"""Types of error that the language's own validators raise."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that isn't what the language asks for.

    Parameters
    ----------
    where
        The keys that lead to it, or would lead to what is missing.
    """

    fault: Fault
    where: Location


def validated(root: Keys, scenario: str) -> Town | tuple[Wrong, ...]:
    """Return the town that a scenario's keys describe, or all that is wrong with them.

    Parameters
    ----------
    root
        The keys of the file and of all that it extends.
    scenario
        The scenario's id.
    """
    value = value_of(root)
    given = {**value, "id": scenario} if isinstance(value, dict) else value
    try:
        return Town.model_validate(given)
    except ValidationError as error:
        details = error.errors(include_url=False)
    found = (_wrong(one, root) for one in details)
    return tuple({(one.fault.place, one.fault.path): one for one in found}.values())


def _wrong(error: ErrorDetails, root: Keys) -> Wrong:
    where = _written(error["loc"], root)
    misspelt = _misspelt_kind(error)
    if misspelt is not None:
        where = (*where, misspelt)
        key, values = unknown("key", misspelt, STEP_KINDS)
    else:
        key, values = _key_and_values(error, where)
    place = place_of(root, where)
    return Wrong(Fault(key, place, ".".join(map(str, where)), values), where)


def _misspelt_kind(error: ErrorDetails) -> str | None:
    """Return the key of a step that was most likely meant to tell its kind."""
    step = error["input"]
    if error["type"] != "kind_of_step" or not isinstance(step, dict):
        return None
    return next(
        (
            key
            for key in step
            if isinstance(key, str) and get_close_matches(key, STEP_KINDS, n=1)
        ),
        None,
    )


def _key_and_values(error: ErrorDetails, where: Location) -> tuple[str, dict[str, str]]:
    context = {name: str(value) for name, value in error.get("ctx", {}).items()}
    is_name = context.get("class_name") == Name.__name__
    kind = "string_type" if is_name else error["type"]
    if kind == "model_type":
        kind = _SHORT.get(context.get("class_name", ""), kind)
    given = str(error["input"])[:60]
    last = str(where[-1]) if where else ""
    if kind == "extra_forbidden":
        return unknown("key", last, known_keys(where[:-1]))
    if kind == "literal_error" and given == context["expected"]:
        return "quoted_number", {"given": given}
    if kind in {"enum", "literal_error"}:
        return unknown("choice", given, _choices(context.get("expected", "")))
    if kind in OWN_TYPES:
        return kind, {**context, "given": context.get("given", given)}
    limit = next(
        (context[one] for one in ("gt", "ge", "lt", "le") if one in context), ""
    )
    values = {"given": given, "limit": limit, "word": last}
    if kind in _KEYS:
        return _KEYS[kind], values
    return "invalid", {**values, "problem": error["msg"]}


def _choices(expected: str) -> list[str]:
    return [part.strip("' ") for part in expected.replace(" or ", ",").split(",")]


def _written(loc: Location, root: Node) -> Location:
    """Return pydantic's location without the parts that no user wrote."""
    kept: list[str | int] = []
    for part in loc:
        if isinstance(part, str) and (part.startswith("step.") or "[" in part):
            continue
        if part in {"int", "tuple"} and place_of(root, (*kept, part)) == place_of(
            root, tuple(kept)
        ):
            continue
        kept.append("schema" if part == "schema_" else part)
    return tuple(kept)
