"""One thing worth pointing out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that is no fault and may still be a mistake (提醒).

    Parameters
    ----------
    key
        Which text: ``advice.<key>``.
    about
        What it is about: ``post:clerk``, ``person:p017``; any number of them.
    values
        Numbers and words that fill the text's blanks.
    """

    key: str
    about: tuple[str, ...] = ()
    values: Mapping[str, float | str] = field(default_factory=dict)


def about(kind: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return subjects of one kind."""
    return tuple(f"{kind}:{one}" for one in ids)
