"""Which keys the language knows at a place, and the nearest of them to a wrong one."""

import types
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from scenarios.town import Town

Location = tuple[str | int, ...]


def known_keys(where: Location) -> list[str]:
    """Return the keys that may stand at a place; within a mapping by id, an entry's."""
    return [
        info.alias or key
        for model in _models_at(where)
        for key, info in model.model_fields.items()
        if key != "id"
    ]


def holds_entries(where: Location) -> bool:
    """Whether a place holds a mapping by id, whose keys are the town's own."""
    return any(
        get_origin(info.annotation) is Mapping
        for model in _models_at(where[:-1])
        for key, info in model.model_fields.items()
        if where[-1:] in {(key,), (info.alias,)}
    )


def unknown(
    what: str, given: str, known: Collection[str]
) -> tuple[str, dict[str, str]]:
    """Return the key and the values of the fault that something isn't known.

    Parameters
    ----------
    what
        ``key`` or ``choice``.
    given
        What was written.
    known
        What might have been meant.
    """
    near = get_close_matches(given, known, n=1)
    values = {"given": given, "known": ", ".join(sorted(known))}
    if near:
        return f"unknown_{what}_near", {**values, "nearest": near[0]}
    return f"unknown_{what}", values


def _models_at(where: Location) -> list[type[BaseModel]]:
    models: list[type[BaseModel]] = [Town]
    for part in where:
        models = [inner for model in models for inner in _inside(model, part)]
    return models


def _inside(model: type[BaseModel], part: str | int) -> Iterator[type[BaseModel]]:
    """Yield the models that a key leads to; an entry's own id leads nowhere new."""
    for key, info in model.model_fields.items():
        if part in {key, info.alias}:
            yield from _models(info.annotation)
            return
    yield model


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) is Annotated:
        yield from _models(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, types.UnionType} or get_args(annotation):
        for part in get_args(annotation):
            yield from _models(part)
