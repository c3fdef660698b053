"""What a workspace holds: scenario files, the workbook, the example, the demo."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml
from jinja2 import Environment, StrictUndefined

from bianping.workspace.plans import SHEETS
from bianping.workspace.workbook import BOOK, Rows, town_workbook
from scenarios.language.base import RungId
from scenarios.reading.headings import tidy
from scenarios.words import Lang, Words

_SCENARIOS = ("town", "old", "flat")


def write_workspace(
    folder: Path, rows: Rows, words: Words, *, name: str | None = None
) -> None:
    """Write the scenario files and the workbook with the given rows.

    Parameters
    ----------
    name
        What the town is called; without a name, the files are those of the example.
    """
    shown = name or words("workspace.town")
    values: dict[str, object] = {
        "example": name is None,
        "town": _quoted(shown),
        "town_en": _quoted(name or words("workspace.town_other")),
        "town_zh": _quoted(name or words("workspace.town_other")),
        "book": BOOK,
        "sheet": {plan.key: words(f"workspace.sheet.{plan.key}") for plan in SHEETS},
    }
    for scenario in _SCENARIOS:
        text = _rendered(words.lang, scenario, values)
        (folder / f"{scenario}.yaml").write_text(text, encoding="utf-8", newline="\n")
    (folder / BOOK).write_bytes(town_workbook(rows, words))


def example_rows(lang: Lang) -> Rows:
    """Return the rows of the worked example."""
    text = _templates(lang).joinpath("example.toml").read_text("utf-8")
    return tomllib.loads(text)


def rungs_of_templates(lang: Lang) -> Mapping[str, RungId]:
    """Return the ids of the rungs that a new town has, by their names."""
    values: dict[str, object] = {
        "example": False,
        "town": "x",
        "town_en": "x",
        "town_zh": "x",
        "book": BOOK,
        "sheet": {plan.key: plan.key for plan in SHEETS},
    }
    ladders = yaml.safe_load(_rendered(lang, "town", values))["ladders"]
    return {
        tidy(name): rung
        for ladder in ladders.values()
        for rung, said in ladder["rungs"].items()
        for name in (rung, *said["name"].values())
    }


def copy_demo(folder: Path) -> None:
    """Copy the demo town, wherever it is installed."""
    _copy(files("scenarios").joinpath("ganling"), folder)


def _copy(source: Traversable, folder: Path) -> None:
    for one in source.iterdir():
        target = folder / one.name
        if one.is_file():
            target.write_bytes(one.read_bytes())
        elif one.name != "__pycache__":
            target.mkdir()
            _copy(one, target)


def _templates(lang: Lang) -> Traversable:
    return files("bianping.workspace").joinpath("templates", lang)


def _rendered(lang: Lang, scenario: str, values: Mapping[str, object]) -> str:
    text = _templates(lang).joinpath(f"{scenario}.yaml.j2").read_text("utf-8")
    environment = Environment(  # noqa: S701  YAML, and the one text from outside is quoted
        undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(text).render(values)


def _quoted(text: str) -> str:
    """Return a text as YAML has it within a mapping on one line."""
    dumped: str = yaml.safe_dump(
        [text], allow_unicode=True, default_flow_style=True, width=10_000
    )
    return dumped.strip()[1:-1]
