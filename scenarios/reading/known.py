"""What the language knows at a place, and the nearest of its words to a wrong one."""

import types
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scenarios.town import Town

Location = tuple[str | int, ...]


def known_keys(where: Location) -> list[str]:
    """Return the keys that may stand at a place; none where keys are ids."""
    return [
        info.alias or key
        for annotation in annotations_at(where)
        for model in bare(annotation)
        if is_model(model)
        for key, info in model.model_fields.items()
        if key != "id"
    ]


def holds_entries(where: Location) -> bool:
    """Whether a place holds a mapping by id, whose keys are the town's own."""
    return any(
        get_origin(part) is Mapping
        for annotation in annotations_at(where)
        for part in bare(annotation)
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


def annotations_at(where: Location) -> list[object]:
    """Return the types of what may stand at a place."""
    found: list[object] = [Town]
    for part in where:
        found = [one for above in found for one in _inside(above, part)]
    return found


def bare(annotation: object) -> Iterator[object]:
    """Yield the types of which a value may be one, without their bounds."""
    if get_origin(annotation) is Annotated:
        yield from bare(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, types.UnionType}:
        for part in get_args(annotation):
            yield from bare(part)
    else:
        yield annotation


def is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    """Whether a type is that of a part of the language."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _inside(annotation: object, part: str | int) -> Iterator[object]:
    for one in bare(annotation):
        inner = get_args(one)
        if is_model(one):
            for key, info in one.model_fields.items():
                if part in {key, info.alias}:
                    yield bounded(info)
        elif get_origin(one) is Mapping:
            yield inner[1]
        elif get_origin(one) is tuple and Ellipsis in inner:
            yield inner[0]
        elif get_origin(one) is tuple and isinstance(part, int) and part < len(inner):
            yield inner[part]


def bounded(info: FieldInfo) -> object:
    """Return the type of a key with its bounds."""
    if not info.metadata:
        return info.annotation
    return Annotated[(info.annotation, *info.metadata)]
