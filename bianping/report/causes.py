"""What a difference between two designs comes from, as far as it can be told."""

from bianping.report.content import Comparison, Status
from plots import Study
from scenarios import Town
from scenarios.words import Words


def causes(comparison: Comparison, words: Words) -> tuple[str, ...]:
    """Return what stands before the results: where their differences come from.

    A difference comes from the design alone only if all plans came about in the
    same way. Today's staffing beside a solver's plan mixes the two; a plan that isn't
    proven best may fall short of what its design could do.
    """
    cause = _cause(comparison)
    texts = [words(f"report.causes.{cause}")]
    if cause == "mixed":
        texts.append(_telling_apart(comparison, words))
    unproven = [
        words.name(study.town.name)
        for study in comparison.studies
        if _status(comparison, study) == "feasible"
    ]
    if unproven:
        listed = words("charts.list_separator").join(unproven)
        texts.append(words("report.causes.unproven", designs=listed))
    return tuple(texts)


def _cause(comparison: Comparison) -> str:
    today = {_status(comparison, study) == "today" for study in comparison.studies}
    if len(comparison.studies) < 2:
        return "single"
    return "mixed" if len(today) > 1 else "design"


def _telling_apart(comparison: Comparison, words: Words) -> str:
    """Name the comparison that tells the design's part from the re-staffing's."""
    base, *others = comparison.studies
    base_is_todays = _status(comparison, base) == "today"
    for other in others:
        changed = (_status(comparison, other) == "today") is not base_is_todays
        if changed and _same_structure(base.town, other.town):
            names = {"base": base, "other": other}
            return words(
                "report.causes.told_apart",
                **{key: words.name(one.town.name) for key, one in names.items()},
            )
    return words("report.causes.to_tell_apart", base=words.name(base.town.name))


def _same_structure(one: Town, other: Town) -> bool:
    """Whether two designs differ in nothing but who is where."""
    return (
        one.units == other.units
        and one.modules == other.modules
        and one.posts == other.posts
        and one.work == other.work
        and one.layers == other.layers
    )


def _status(comparison: Comparison, study: Study) -> Status | None:
    outcome = comparison.outcomes.get(study.town.id)
    return outcome.status if outcome else None
