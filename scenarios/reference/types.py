"""A key's type, limits and default in words, from its JSON Schema."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic.json_schema import JsonSchemaValue

from scenarios.language.base import Choice

_LIMITS = {
    "minimum": "≥ {}",
    "exclusiveMinimum": "> {}",
    "maximum": "≤ {}",
    "exclusiveMaximum": "< {}",
    "minItems": "at least {}",
    "maxItems": "at most {}",
}
_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "mapping",
}


@dataclass(frozen=True, slots=True)
class Types:
    """Reads schemas, with the parts that they refer to."""

    parts: Mapping[str, JsonSchemaValue]

    def kind(self, schema: JsonSchemaValue) -> str:
        """Return what may stand at a key, with its limits."""
        if "$ref" in schema:
            return self._of_part(_name(schema))
        forms = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
        if forms:
            kinds = [self.kind(one) for one in forms if one.get("type") != "null"]
            return " or ".join(dict.fromkeys(kinds))
        if schema.get("type") == "array":
            return self._of_list(schema)
        if isinstance(schema.get("additionalProperties"), dict):
            return f"by id: {self.kind(schema['additionalProperties'])}"
        return _plain_kind(schema)

    def default(self, schema: JsonSchemaValue) -> str:
        """Return the default of a key, ``—`` where it has none."""
        default = schema.get("default")
        if default is None or default in ([], {}):
            return "—"
        if isinstance(default, dict):
            return "as below"
        return f"`{_shown(default)}`"

    def said(self, schema: JsonSchemaValue) -> str:
        """Return what a docstring says, on one line."""
        return " ".join(schema.get("description", "").split()).replace("``", "`")

    def short_forms(self, schema: JsonSchemaValue) -> str:
        """Return what may be written instead of a mapping."""
        forms = [one for one in schema.get("anyOf", ()) if "properties" not in one]
        return " or ".join(self.kind(one) for one in forms)

    def keys(
        self, schema: JsonSchemaValue
    ) -> tuple[dict[str, JsonSchemaValue], list[str]]:
        """Return the keys of a part and which of them it needs; none for a choice."""
        for one in (schema, *schema.get("anyOf", ())):
            if "properties" in one:
                return one["properties"], one.get("required", [])
        return {}, []

    def parts_of(self, properties: Mapping[str, JsonSchemaValue]) -> list[str]:
        """Return the parts with keys that some keys are made of, nearest first."""
        found: dict[str, None] = {}
        waiting = [
            name for schema in properties.values() for name in _references(schema)
        ]
        while waiting:
            name = waiting.pop(0)
            inner, _ = self.keys(self.parts[name])
            if name not in found and inner:
                found[name] = None
                waiting += [one for key in inner.values() for one in _references(key)]
        return list(found)

    def _of_part(self, name: str) -> str:
        if self.keys(self.parts[name])[0]:
            return f"[{name}](#{name.lower()})"
        choice = next(one for one in Choice.__subclasses__() if one.__name__ == name)
        return " · ".join(f"`{member.value}` {member.zh}" for member in choice)

    def _of_list(self, schema: JsonSchemaValue) -> str:
        if "prefixItems" in schema:
            inner = [self.kind(one) for one in schema["prefixItems"]]
            return f"list of {len(inner)}: {', '.join(inner)}"
        return ", ".join([f"list of {self.kind(schema['items'])}", *_limits(schema)])


def _references(schema: object) -> Iterator[str]:
    """Yield the names of the parts that a schema refers to, in order."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield _name(schema)
        for key, value in schema.items():
            if key != "default":
                yield from _references(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from _references(one)


def _name(schema: JsonSchemaValue) -> str:
    return str(schema["$ref"]).removeprefix("#/$defs/")


def _plain_kind(schema: JsonSchemaValue) -> str:
    choices = [schema["const"]] if "const" in schema else schema.get("enum")
    if choices is not None:
        return " · ".join(f"`{_shown(one)}`" for one in choices)
    kind = _KINDS[schema["type"]]
    if "examples" in schema:
        kind += f" like `{schema['examples'][0]}`"
    if schema.get("format") == "date":
        kind = "date like `2026-07-01`"
    return ", ".join([kind, *_limits(schema)])


def _limits(schema: JsonSchemaValue) -> list[str]:
    return [
        text.format(f"{schema[key]:g}")
        for key, text in _LIMITS.items()
        if key in schema
    ]


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
