"""What a table's headings mean: English keys or their Chinese names."""

import types
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from scenarios.language.base import Choice, InRow, Name, Zh
from scenarios.language.durations import Duration
from scenarios.language.steps import Pool

ID_HEADINGS = ("id", "编号")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column stands for.

    Parameters
    ----------
    path
        The keys that lead to the value within an entry.
    many
        Whether a cell holds a list, whose parts are separated by ``、`` or ``;``.
    truth
        Whether a cell holds yes or no.
    choices
        Words of a closed choice by their Chinese names.
    about
        What the key means.
    """

    path: tuple[str, ...]
    many: bool = False
    truth: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    about: str = ""


@cache
def columns(model: type[BaseModel]) -> Mapping[str, Column]:
    """Return the columns that a table of such entries may have, by heading."""
    found: dict[str, Column] = {}
    for heading, column in headed_columns(model):
        found.setdefault(tidy(heading), column)
    return found


def headed_columns(model: type[BaseModel]) -> Iterator[tuple[str, Column]]:
    """Yield every heading as it is written: a key, followed by its Chinese names."""
    return _columns(model, (), "")


def tidy(heading: str) -> str:
    """Return a heading without differences that don't matter."""
    return "".join(unicodedata.normalize("NFKC", heading).split()).lower()


_SHORT: Mapping[type[BaseModel], str] = {Name: "zh", Duration: "mean", Pool: "posts"}
"""Where one cell may stand for several keys, the one that it then says."""


def _columns(
    model: type[BaseModel], above: tuple[str, ...], prefix: str
) -> Iterator[tuple[str, Column]]:
    for key, info in model.model_fields.items():
        if key == "id":
            continue
        path = (*above, info.alias or key)
        names = next((one.names for one in info.metadata if isinstance(one, Zh)), ())
        chinese = [prefix + one for one in names]
        row = next((one.model for one in info.metadata if isinstance(one, InRow)), None)
        inner = _entry_model(info.annotation)
        if row is not None:
            yield from _row_columns(row, path)
        elif inner is not None:
            about = info.description or ""
            yield from _inner_columns(inner, path, chinese, about)
        else:
            column = replace(
                _column(path, info.annotation), about=info.description or ""
            )
            for heading in (".".join(path), *chinese):
                yield heading, column


def _row_columns(
    model: type[BaseModel], path: tuple[str, ...]
) -> Iterator[tuple[str, Column]]:
    """Yield columns that need not name the key whose parts they are."""
    for heading, column in _columns(model, path, ""):
        yield heading.removeprefix(f"{'.'.join(path)}."), column


def _inner_columns(
    model: type[BaseModel], path: tuple[str, ...], chinese: list[str], about: str
) -> Iterator[tuple[str, Column]]:
    key = ".".join(path)
    if model in _SHORT:
        part = (*path, _SHORT[model])
        many = model is Pool
        for heading in (key, *chinese):
            yield heading, Column(part, many=many, about=about)
    if model is Name:
        english = Column((*path, "en"), about="The English name.")
        for heading in (f"{key}.en", *(f"{one}(英文)" for one in chinese)):
            yield heading, english
    yield from _columns(model, path, chinese[0] if chinese else "")


def _column(path: tuple[str, ...], annotation: object) -> Column:
    parts = list(_parts(annotation))
    choices = {
        member.zh: member.value
        for part in parts
        if isinstance(part, type) and issubclass(part, Choice)
        for member in part
    }
    many = any(
        get_origin(part) is tuple and Ellipsis in get_args(part) for part in parts
    )
    return Column(path, many=many, truth=bool in parts, choices=choices)


def _entry_model(annotation: object) -> type[BaseModel] | None:
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
        if get_origin(part) is tuple:
            return None
    return None


def _parts(annotation: object) -> Iterator[object]:
    """Yield the types that an annotation is made of, itself first."""
    yield annotation
    if get_origin(annotation) in {Annotated, Union, types.UnionType, tuple}:
        for part in get_args(annotation):
            if part is not Ellipsis:
                yield from _parts(part)
