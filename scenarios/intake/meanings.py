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
    return Reading()


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
_TRIMMED = ":*·.、"
