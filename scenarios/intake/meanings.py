"""What a column of a roster may be about, and the names that towns give it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from scenarios.reading.headings import tidy


class Meaning(StrEnum):
    """What a column is about; those after ``CERTIFICATES`` are never taken over."""

    NAME = "name"
    SEX = "sex"
    BORN = "born"
    JOINED = "joined"
    IDENTITY = "identity"
    RANK = "rank"
    RANK_SINCE = "rank_since"
    UNIT = "unit"
    POSITION = "position"
    PARTY = "party"
    CERTIFICATES = "certificates"
    RUNNING_NUMBER = "running_number"
    NOT_NEEDED = "not_needed"
    PRIVATE = "private"


TAKEN = tuple(Meaning)[: tuple(Meaning).index(Meaning.CERTIFICATES) + 1]
"""What goes into the workbook."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a heading may mean.

    Parameters
    ----------
    candidates
        Nothing known, one thing, or several.
    clear
        Whether it means the first of them and nothing else.
    """

    candidates: tuple[Meaning, ...] = ()
    clear: bool = False


def recognised(heading: str) -> Reading:
    """Return what a heading may mean."""
    known = _known()
    for form in (tidy(heading), bare_heading(heading)):
        if form in known:
            return known[form]
    return _of_several([one for one in _BETWEEN.split(bare_heading(heading)) if one])


def _of_several(parts: list[str]) -> Reading:
    """Return what a heading of several words may mean, each of which is known."""
    found = [_known().get(part, Reading()) for part in parts]
    if not all(one.candidates for one in found):
        return Reading()
    meanings = tuple(dict.fromkeys(one for read in found for one in read.candidates))
    clear = len(meanings) == 1 and all(one.clear for one in found)
    return Reading(meanings, clear=clear)


def bare_heading(heading: str) -> str:
    """Return a heading without numbering, brackets, blanks and line breaks."""
    plain = _BRACKETED.sub("", _NUMBERING.sub("", tidy(heading)))
    return plain.strip(_TRIMMED)


@cache
def _known() -> Mapping[str, Reading]:
    text = files("scenarios.intake").joinpath("headings.toml").read_text("utf-8")
    content = tomllib.loads(text)
    clear = {
        name: Reading((Meaning(meaning),), clear=True)
        for meaning, names in content["clear"].items()
        for name in names
    }
    doubtful = {
        name: Reading(tuple(Meaning(one) for one in candidates))
        for name, candidates in content["doubtful"].items()
    }
    return {**clear, **doubtful}


_NUMBERING = re.compile(r"^\(?(\d+|[一二三四五六七八九十]+)[.、)]|^\d+")
_BRACKETED = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_BETWEEN = re.compile(r"[/、]|或者?")
_TRIMMED = ":*·.、"
