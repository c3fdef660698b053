"""The two catalogues: every text a user reads, by key, in Chinese and English.

A catalogue is a folder of TOML files, one a subject; a key is the file's name and
the keys inside it, joined by dots: ``faults.unknown_key``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenarios.language.base import Name
    from scenarios.words import Lang


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language.

    Parameters
    ----------
    lang
        The language.
    texts
        Texts by key, with blanks as `str.format` has them.
    """

    lang: "Lang"
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with its blanks filled in."""
        return self.texts[key].format(**values)

    def name(self, name: "Name") -> str:
        """Return a scenario's own name for a thing."""
        return name.in_language(self.lang)


@cache
def catalogue(lang: "Lang") -> Catalogue:
    """Return the catalogue of a language."""
    folder = files("bianping.words") / lang
    texts: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        subject, _, ending = file.name.rpartition(".")
        if ending == "toml":
            content = tomllib.loads(file.read_text(encoding="utf-8"))
            texts.update(_flat(content, subject))
    return Catalogue(lang, texts)


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}.{key}")
        else:
            yield f"{prefix}.{key}", str(value)
