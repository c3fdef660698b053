"""The JSON Schema of a scenario file, made from the language's own models.

A file may be a difference from another, so that nothing in it need be whole and any
key may be ``null``; only what stands in a list is replaced whole and must be complete.
"""

from collections.abc import Callable

from pydantic.json_schema import JsonSchemaValue

from scenarios.reading.sections import TABLES
from scenarios.town import Town

_NULL: JsonSchemaValue = {"type": "null"}
_TEXT: JsonSchemaValue = {"type": "string"}
_FILE: JsonSchemaValue = {
    **_TEXT,
    "description": "A .xlsx or .csv file, looked for beside this file.",
}
_SHEET: JsonSchemaValue = {
    **_TEXT,
    "description": "The sheet of a workbook; its first one if left out.",
}
_EXTENDS: JsonSchemaValue = {
    **_TEXT,
    "title": "extends",
    "description": "Another scenario file, from which this one is a difference.",
}


def scenario_schema() -> JsonSchemaValue:
    """Return the JSON Schema (draft 2020-12) of a scenario file.

    Its descriptions are the docstrings of the models, its titles the Chinese headings
    of tables.
    """
    whole = Town.model_json_schema(by_alias=True, mode="validation")
    parts: dict[str, JsonSchemaValue] = whole.pop("$defs")
    _Loosening(parts).root(whole)
    properties = whole["properties"]
    for section in TABLES:
        properties[section] = _or_table(properties[section])
    properties["scores"] = _scores(properties["scores"])
    whole["properties"] = {"extends": _EXTENDS, **properties}
    said: JsonSchemaValue = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole,
        "title": "Bianping scenario 扁平方案",
        "$defs": parts,
    }
    _everywhere(said, _tidy_description)
    return said


class _Loosening:
    """Lets everything outside lists be left out or be ``null``."""

    def __init__(self, parts: dict[str, JsonSchemaValue]) -> None:
        self._parts = parts
        self._done: set[str] = set()

    def root(self, schema: JsonSchemaValue) -> None:
        """Loosen a schema in place, and every part it refers to outside lists."""
        reference = schema.get("$ref", "").removeprefix("#/$defs/")
        if reference and reference not in self._done:
            self._done.add(reference)
            self.root(self._parts[reference])
        for form in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
            self.root(form)
        schema.pop("required", None)
        properties = schema.get("properties", {})
        for key, value in properties.items():
            self.root(value)
            properties[key] = _or_null(value)
        entries = schema.get("additionalProperties")
        if isinstance(entries, dict):
            self.root(entries)
            schema["additionalProperties"] = _or_null(entries)


def _or_null(schema: JsonSchemaValue) -> JsonSchemaValue:
    forms = schema.get("anyOf")
    if forms is not None and _NULL in forms:
        return schema
    said = {key: schema[key] for key in _SAID if key in schema}
    rest = {key: value for key, value in schema.items() if key not in said}
    inner = forms if rest.keys() == {"anyOf"} and forms is not None else [rest]
    return {"anyOf": [*inner, _NULL], **said}


_SAID = ("title", "description", "default")
"""What a schema says to a reader, apart from what it allows."""


def _or_table(section: JsonSchemaValue) -> JsonSchemaValue:
    """Return a section that may also be read from a spreadsheet."""
    forms = section["anyOf"]
    table = {
        "type": "object",
        "properties": {
            "table": _FILE,
            "sheet": _SHEET,
            "rows": {
                "anyOf": forms,
                "description": "Rows changed or added, by their id.",
            },
        },
        "required": ["table"],
        "additionalProperties": False,
    }
    return {**section, "anyOf": [table, *forms]}


def _scores(section: JsonSchemaValue) -> JsonSchemaValue:
    row = {"type": "array", "items": {"$ref": "#/$defs/Score"}}
    only = {"type": "boolean", "description": "Whether other pairs can't be matched."}
    table = {
        "type": "object",
        "properties": {"table": _FILE, "sheet": _SHEET, "only": only},
        "required": ["table"],
        "additionalProperties": False,
    }
    return {**section, "anyOf": [row, table, *section["anyOf"]]}


def _everywhere(value: object, act: Callable[[JsonSchemaValue], None]) -> None:
    """Act on every mapping within a value."""
    if isinstance(value, dict):
        act(value)
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            _everywhere(one, act)


def _tidy_description(schema: JsonSchemaValue) -> None:
    text = schema.get("description")
    if isinstance(text, str):
        schema["description"] = " ".join(text.split()).replace("``", "`")
