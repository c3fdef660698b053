"""What is said of how many years were played, where a precision was asked for."""

from collections.abc import Iterable, Iterator

from bianping.playing import Chances, Played
from scenarios.words import Words


def precision_lines(
    played: Iterable[Played], how: Chances, words: Words
) -> Iterator[str]:
    """Yield a line for each design; none if no precision was asked for."""
    if how.precision is None:
        return
    for one in played:
        yield words(
            f"console.precision.{'reached' if one.precise else 'missed'}",
            name=words.name(one.study.town.name),
            played=len(one.years),
            most=how.years,
            share=f"{100 * how.precision:g}%",
        )


def years_text(played: Iterable[Played]) -> str:
    """Return how many years were played: ``20``, or ``10–20`` where designs differ."""
    counts = sorted({len(one.years) for one in played})
    return "–".join(str(count) for count in dict.fromkeys((counts[0], counts[-1])))
