"""The page of keys is what the code says, and its examples use every key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from scenarios.language.base import Spec
from scenarios.language.durations import Shape
from scenarios.load import load
from scenarios.reading.chain import read_chain
from scenarios.reading.files import Folder
from scenarios.reading.validation import validated
from scenarios.reference import SECTIONS, reference
from scenarios.town import Town

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = sorted((DOCS / "examples").glob("*.yaml"))


def written():
    """Yield every part of every example."""
    for file in EXAMPLES:
        root = read_chain(file, Folder(file.parent)).root
        yield from parts(validated(root, file.stem))


def parts(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for key in value.model_fields_set:
            yield from parts(getattr(value, key))
    elif isinstance(value, dict):
        for one in value.values():
            yield from parts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


def test_the_page_is_what_the_code_says():
    page = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert page == reference(DOCS / "examples"), "run: make docs"


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_is_read_without_a_fault(file):
    assert load(file).id == file.stem


def owner(model: type[BaseModel], key: str) -> type:
    """Return the model that a key was written in, which others may build upon."""
    return next(one for one in model.__mro__ if key in vars(one)["__annotations__"])


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for one in model.__subclasses__():
        yield one
        yield from models(one)


def test_every_key_stands_in_an_example():
    used = {
        (owner(type(part), key), key)
        for part in written()
        for key in part.model_fields_set
    }
    reachable = {"Town", *Town.model_json_schema()["$defs"]}
    known = {
        (owner(model, key), key)
        for model in models(Spec)
        if model.__name__ in reachable
        for key in model.model_fields
    }
    assert known - used == set()


def test_every_shape_of_a_duration_stands_in_an_example():
    assert {getattr(part, "dist", None) for part in written()} >= set(Shape)


def test_every_key_and_every_example_is_on_the_page_once():
    keys = [key for section in SECTIONS for key in section.keys]
    assert sorted(keys) == sorted(Town.model_json_schema()["properties"])
    shown = [name for section in SECTIONS for name in section.examples]
    assert sorted(shown) == [file.stem for file in EXAMPLES]
