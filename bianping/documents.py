"""JSON results: one way to write them, the schema's name on the first line."""

import json
import math
from collections.abc import Mapping, Sequence

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def document(schema: str, body: Mapping[str, Json]) -> str:
    """Return a JSON document, ending in a line feed.

    Parameters
    ----------
    schema
        Name and version of the result, ``bianping.plan/1``.
    body
        The rest of it; numbers that aren't numbers become ``null``.
    """
    whole = {"schema": schema, **{key: _finite(value) for key, value in body.items()}}
    text = json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)
    return "{" + text.removeprefix("{").lstrip() + "\n"


def error_document(text: str) -> str:
    """Return the document that says what went wrong, in place of a result."""
    return document("bianping.error/1", {"error": text})


def _finite(value: Json) -> Json:
    match value:
        case float() if not math.isfinite(value):
            return None
        case str() | None:
            return value
        case Mapping():
            return {key: _finite(one) for key, one in value.items()}
        case Sequence():
            return [_finite(one) for one in value]
        case _:
            return value
