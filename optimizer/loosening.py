"""What a rule's being off, or a step looser, means: the town with that one change.

A step looser is, rule by rule: one post more (`max_posts`, `backup`, `villages`), one
person more under a lead (`span_of_control`), a tenth of the own hours more
(`workload`), a quarter of them more while covering (`n_minus_1`), one officer fewer to
spare (`certified_officers`), a tenth of a unit's A-holders more (`establishment`, of
borrowed people) or of the hours of its matters (`matters`), a peak that begins a
quarter of the mean week higher (`peaks`). The others have no limit to loosen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from optimizer.rules import RULES
from optimizer.settings import mode_of
from scenarios import Town
from scenarios.language.rules import Mode, Rules, RuleSettings


@dataclass(frozen=True, slots=True)
class Looser:
    """A town with one rule off or a step looser.

    Parameters
    ----------
    rule
        The rule's key.
    town
        The town with the change.
    limit
        The name of the limit that was loosened; empty if the rule is off.
    before, after
        The limit as it was and as it is.
    """

    rule: str
    town: Town
    limit: str = ""
    before: float = 0.0
    after: float = 0.0


def loosened(town: Town) -> Iterator[Looser]:
    """Yield the town with each of its rules off, and then a step looser."""
    for rule in RULES:
        if mode_of(town, rule.key) is Mode.OFF or rule.key not in Rules.model_fields:
            continue
        yield Looser(rule.key, without(town, [rule.key]))
        if rule.key in STEPS:
            yield from STEPS[rule.key](town, rule.key)


def without(town: Town, rules: Iterable[str]) -> Town:
    """Return the town with some rules off, of those that have a mode."""
    for rule in rules:
        if rule in Rules.model_fields:
            town = _changed(town, rule, {"mode": Mode.OFF})
    return town


Step = Callable[[Town, str], Iterator[Looser]]


def _limit(name: str, by: float, most: float = float("inf")) -> Step:
    """Return what loosens a limit by a step, as far as it goes."""

    def step(town: Town, rule: str) -> Iterator[Looser]:
        before = _number(getattr(town.rules, rule), name)
        after = min(most, max(0, round(before + by, 6)))
        if after != before:
            changed = _changed(town, rule, {name: after})
            yield Looser(rule, changed, name, before, after)

    return step


def _number(settings: RuleSettings, name: str) -> int | float:
    """Return a limit; it stays whole if it is."""
    match getattr(settings, name):
        case int() | float() as number:
            return number
        case other:
            raise TypeError(f"{name} is no number: {other}")


def _posts_of_each(town: Town, rule: str) -> Iterator[Looser]:
    """Yield one A-post more for everybody, those with a limit of their own too."""
    most = town.rules.max_posts.most
    people = {
        key: one.model_copy(update={"max_posts": one.max_posts + 1})
        if one.max_posts is not None
        else one
        for key, one in town.people.items()
    }
    looser = _changed(town, rule, {"most": most + 1})
    looser = looser.model_copy(update={"people": people})
    yield Looser(rule, looser, "most", most, most + 1)


STEPS: Mapping[str, Step] = {
    "backup": _limit("most", 1),
    "max_posts": _posts_of_each,
    "workload": _limit("most_share", 0.1, 3),
    "certified_officers": _limit("spare", -1),
    "matters": _limit("most_share", 0.1, 1),
    "villages": _limit("most", 1),
    "establishment": _limit("most_borrowed", 0.1, 1),
    "span_of_control": _limit("most", 1),
    "peaks": _limit("above", 0.25),
    "n_minus_1": _limit("surge", 0.25, 3),
}
"""One step for each rule that has a limit."""


def _changed(town: Town, rule: str, update: Mapping[str, object]) -> Town:
    settings = getattr(town.rules, rule).model_copy(update=update)
    return town.model_copy(
        update={"rules": town.rules.model_copy(update={rule: settings})}
    )
