"""What rosters write for sex, identity and party membership."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from scenarios.intake.meanings import Meaning

CHOICES = (Meaning.SEX, Meaning.IDENTITY, Meaning.PARTY)
"""What has a closed choice of words."""


def choice(meaning: Meaning, text: str) -> str | None:
    """Return the scenario's word for what a cell says; ``None`` if it isn't known."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).lower()
    return _known()[meaning].get(plain)


@cache
def _known() -> Mapping[Meaning, Mapping[str, str]]:
    text = files("scenarios.intake").joinpath("words.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return {
        meaning: {
            word: value
            for value, words in content[meaning].items()
            for word in (value, *words)
        }
        for meaning in CHOICES
    }
