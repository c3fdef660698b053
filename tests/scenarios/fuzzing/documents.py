"""Scenarios made of the language's own keys, with values of all kinds under them."""

import json
from typing import get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from scenarios import Town
from scenarios.language.base import Choice

IDS = ("a", "b", "p1", "office", "clerk", "王伟", "a.b", "id", "None", "1", "")
TEXTS = (
    *IDS, "2026-01", "1979-13", "2026-02-30", "9999-12-31", "0000-01", "02-29", "24:60",
    "2026-01-02/2026-01-01", "inf", "nan", "-1", "1e999", "9" * 5000, "１２", "是",
    "男", "table", "null", "\x00", "=1", "<script>", "{0}", "{given}",
    "..", "x" * 300,
)  # fmt: skip

plain = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([0, 1, -1, 12, 10**6, 10**18, 10**39, 2**63]),
    st.floats(),
    st.sampled_from(TEXTS),
    st.text(max_size=5),
)
junk = st.recursive(
    plain,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(IDS), inner, max_size=3),
    ),
    max_leaves=4,
)


def _models(annotation):
    """Yield the models that an annotation has in it, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _choices(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield from (member.value for member in annotation)
    for part in get_args(annotation):
        yield from [part] if isinstance(part, str) else _choices(part)


def _value(annotation, depth):
    models, choices = [*_models(annotation)], [*_choices(annotation)]
    ways = [plain, junk]
    if choices:
        ways.append(st.sampled_from(choices))
    if models and depth:
        one = st.deferred(
            lambda: st.one_of([_keys(model, depth - 1) for model in models])
        )
        ways += [one, st.dictionaries(st.sampled_from(IDS), one, max_size=3)]
        ways += [ways[-1], st.lists(one, max_size=2)]
    return st.one_of(ways)


def _keys(model, depth):
    return st.fixed_dictionaries(
        {},
        optional={
            info.alias or key: _value(info.annotation, depth)
            for key, info in model.model_fields.items()
        },
    )


@st.composite
def scenarios(draw):
    """Return a scenario file: JSON, which is YAML too."""
    keys = draw(_keys(Town, 5))
    keys |= draw(st.sampled_from([{}, {"schema": 1, "name": "镇"}]))
    keys |= draw(st.sampled_from([{}, {"extends": "flat.yaml"}, {"extends": "b.yaml"}]))
    return json.dumps(keys, ensure_ascii=draw(st.booleans())).encode(
        "utf-8", "surrogatepass"
    )
