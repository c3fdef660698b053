"""Values that stand in for missing or wrong ones, so that the rest can be checked."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from types import new_class
from typing import Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from scenarios.language.base import Entry
from scenarios.reading.known import (
    Location,
    annotations_at,
    bare,
    bounded,
    holds_entries,
    is_model,
)
from scenarios.reading.nodes import Value

_PLAIN: tuple[Value, ...] = (
    1, 0.5, 20, 2026, "?", "2000-01", "01-01", "2000-01-01",
)  # fmt: skip
_LENGTHS = (1, 2, 12, 0)
_MOST_REMEMBERED = 4096


def stand_in(where: Location) -> Value:
    """Return a value that the language allows at a place; ``None`` if none is known."""
    return _stand_in(_without_ids(where))


@lru_cache(_MOST_REMEMBERED)
def _stand_in(where: Location) -> Value:
    return next(
        (made for one in annotations_at(where) if (made := _allowed(one)) is not None),
        None,
    )


def _without_ids(where: Location) -> Location:
    """Return a place that stands for those of the same sort in all entries."""
    kept: Location = ()
    for part in where:
        if isinstance(part, int):
            kept = (*kept, 0)
        else:
            kept = (*kept, "*" if _by_id(kept) else part)
    return kept


_by_id = lru_cache(_MOST_REMEMBERED)(holds_entries)


def _allowed(annotation: object) -> Value:
    """Return the first of a few values that a type allows."""
    probe = _probe(annotation)
    own_id = {"id": "?"} if any(map(_is_entry, bare(annotation))) else {}
    for one in _candidates(annotation):
        try:
            whole = {**own_id, **one} if isinstance(one, dict) else one
            probe.model_validate({"value": whole})
        except ValidationError:
            continue
        return one
    return None


def _probe(annotation: object) -> type[BaseModel]:
    """Return a model with one key of a type."""
    body = {"__annotations__": {"value": annotation}}
    made = new_class("Probe", (BaseModel,), None, lambda space: space.update(body))
    if not is_model(made):
        raise TypeError("a model's subclass is a model")
    return made


def _is_entry(annotation: object) -> bool:
    return is_model(annotation) and issubclass(annotation, Entry)


def _candidates(annotation: object) -> Iterator[Value]:
    yield from _PLAIN
    for one in bare(annotation):
        if is_model(one):
            yield from _of_model(one)
        elif isinstance(one, type) and issubclass(one, Enum):
            yield from (member.value for member in one)
        elif get_origin(one) is Literal:
            yield from get_args(one)
        elif get_origin(one) is tuple:
            part = _allowed(get_args(one)[0])
            yield from ([part] * length for length in _LENGTHS)
        else:
            yield {}


def _of_model(model: type[BaseModel]) -> Iterator[Value]:
    """Yield what a part of the language must say, then that with one key more."""
    fields = {
        info.alias or key: info
        for key, info in model.model_fields.items()
        if key != "id"
    }
    least: dict[str, Value] = {
        key: _allowed(bounded(info))
        for key, info in fields.items()
        if info.is_required()
    }
    yield least
    for key, info in fields.items():
        if key not in least:
            yield {**least, key: _allowed(bounded(info))}
