"""Looking measures up, and saying how many replications stand behind them."""

from collections.abc import Iterable, Sequence
from math import isnan

from plots.study import Study
from scenarios.words import Words
from simulation.summary import Measure


def found(study: Study, measure: str, of: str) -> Measure | None:
    """Return a measure of a design, or ``None`` if it has no value there."""
    one = study.measures.get((measure, of))
    return None if one is None or isnan(one.mean) else one


def subjects(studies: Sequence[Study], measure: str, kind: str) -> tuple[str, ...]:
    """Return the ids of a kind that a measure is of in any design, as they come."""
    return tuple(
        dict.fromkeys(
            of.partition(":")[2]
            for study in studies
            for name, of in study.measures
            if name == measure and of.startswith(f"{kind}:")
        )
    )


def reach(one: Measure) -> float:
    """Return the half-width, or 0 if there is none to draw."""
    return 0.0 if isnan(one.half_width) else one.half_width


def alike(
    studies: Sequence[Study], measure: str, of: Iterable[str]
) -> tuple[tuple[Study, ...], ...]:
    """Return the groups of designs that have the same means of all the subjects."""
    subjects_ = tuple(of)
    groups: dict[tuple[float | None, ...], list[Study]] = {}
    for study in studies:
        values = (found(study, measure, one) for one in subjects_)
        means = tuple(None if one is None else one.mean for one in values)
        if any(mean is not None for mean in means):
            groups.setdefault(means, []).append(study)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def caption(
    words: Words,
    measures: Iterable[Measure],
    *,
    key: str = "intervals",
    gaps: int = 0,
    alike: Sequence[Sequence[Study]] = (),
) -> str:
    """Return the caption: intervals, replications, gaps, and what it is good for.

    Parameters
    ----------
    words
        The catalogue.
    measures
        What the chart shows.
    key
        Which text of ``charts.caption``.
    gaps
        How many marks are left out because a design has no such result.
    alike
        Designs whose marks coincide, as `alike` gives them.
    """
    counts = sorted({one.replications for one in measures})
    parts = [words("charts.caption.none")]
    if counts:
        both = f"{counts[0]}–{counts[-1]}" if len(counts) > 1 else f"{counts[0]}"
        parts = [words(f"charts.caption.{key}", replications=both)]
    if gaps:
        parts.append(words("charts.caption.gaps", count=gaps))
    for same in alike:
        names = [words.name(study.town.name) for study in same]
        listed = words("charts.list_separator").join(names)
        parts.append(words("charts.caption.alike", designs=listed))
    parts.append(words("charts.caption.simulated"))
    return (" " if words.lang == "en" else "").join(parts)
