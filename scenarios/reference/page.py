"""The page of all keys, from the models and the example files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic.json_schema import JsonSchemaValue

from scenarios.reading.headings import columns
from scenarios.reading.sections import TABLES
from scenarios.reference.sections import SECTIONS, Section
from scenarios.reference.types import Types
from scenarios.town import Town

_HEAD = """# Every key of the scenario language 方案语言的全部键

Made from the code by `make docs`; `bianping schema` prints the same as a JSON Schema.
How files work together is told in [The scenario language](scenario-language.md). The
examples are files in [`examples/`](examples/), and tests read every one of them.

A key marked *required* must stand in the file or in one that it extends. The key
`extends` itself names that other file.

键名后的汉字是表格里的列名。 *The Chinese beside a key is its heading in a table.*
"""


def reference(examples: Path) -> str:
    """Return the page, with the example files of a folder in it."""
    schema = Town.model_json_schema(by_alias=True)
    parts: dict[str, JsonSchemaValue] = schema["$defs"]
    page = _Page(Types(parts), parts, set())
    lines = [_HEAD]
    for section in SECTIONS:
        lines += page.section(section, schema["properties"])
        for name in section.examples:
            text = (examples / f"{name}.yaml").read_text(encoding="utf-8")
            lines += [f"`examples/{name}.yaml`:\n", f"```yaml\n{text}```\n"]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Page:
    """What has been written already, so that nothing is described twice."""

    types: Types
    parts: Mapping[str, JsonSchemaValue]
    written: set[str]

    def section(
        self, section: Section, properties: Mapping[str, JsonSchemaValue]
    ) -> Iterator[str]:
        """Yield a section: its own keys, then the parts that they are made of."""
        yield f"## {section.title}\n"
        own = {key: properties[key] for key in section.keys}
        yield self._table(own, section.required)
        for name in self.types.parts_of(own):
            if name not in self.written:
                self.written.add(name)
                yield from self._part(name)
        for key in section.keys:
            if key in TABLES:
                yield _headings(key)

    def _part(self, name: str) -> Iterator[str]:
        whole = self.parts[name]
        yield f"### {name}\n"
        yield f"{self.types.said(whole)}\n"
        short = self.types.short_forms(whole)
        if short:
            yield f"May also be written as {short}.\n"
        yield self._table(*self.types.keys(whole))

    def _table(
        self, properties: Mapping[str, JsonSchemaValue], required: Sequence[str]
    ) -> str:
        rows = ["| key | type | default | meaning |", "| --- | --- | --- | --- |"]
        for key, schema in properties.items():
            heading = f" {schema['title']}" if "title" in schema else ""
            cells = (
                f"`{key}`{heading}",
                self.types.kind(schema),
                "*required*" if key in required else self.types.default(schema),
                self.types.said(schema),
            )
            rows.append(
                "| " + " | ".join(one.replace("|", "/") for one in cells) + " |"
            )
        return "\n".join(rows) + "\n"


def _headings(section: str) -> str:
    """Return the headings that a table of entries may have."""
    by_path: dict[tuple[str, ...], list[str]] = {}
    for heading, column in columns(TABLES[section]).items():
        by_path.setdefault(column.path, []).append(heading)
    rows = ["| key | headings 列名 |", "| --- | --- |", "| `id` | id、编号 |"]
    for path, headings in by_path.items():
        rows.append(f"| `{'.'.join(path)}` | {'、'.join(headings)} |")
    return (
        f"In a table 表格中 (`{section}: {{table: …}}`):\n\n" + "\n".join(rows) + "\n"
    )
