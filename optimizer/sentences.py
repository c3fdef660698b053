"""A reason as a sentence, with the names of those whom it concerns."""

from collections.abc import Sequence

from optimizer.reason import Reason
from optimizer.rules import RULES
from scenarios import Town
from scenarios.words import Words


def demand_sentence(town: Town, because: Reason, words: Words) -> str:
    """Return what a rule demands, as a sentence.

    Parameters
    ----------
    town
        The town that the reason speaks of.
    because
        A demand, as in a conflict.
    words
        The texts, with the keys ``rules.<rule>.sentence``.
    """
    return _filled(town, because, words, "sentence")


def breach_sentence(town: Town, because: Reason, words: Words) -> str:
    """Return how a rule is broken, as a sentence; see `demand_sentence`."""
    return _filled(town, because, words, "breach")


def _filled(town: Town, because: Reason, words: Words, kind: str) -> str:
    rule = next(rule for rule in RULES if rule.key == because.rule)
    wording = rule.wording(town, because)
    posts = [words.name(town.posts[post].name) for post in because.named("post")]
    people = [town.people[person].name for person in because.named("person")]
    units = [words.name(town.units[unit].name) for unit in because.named("unit")]
    identities = [words(f"report.identity.{one}") for one in because.named("identity")]
    return words(
        f"rules.{wording.key}.{kind}",
        posts=_names(words, posts),
        people=_names(words, people),
        units=_names(words, units),
        towns=_names(words, because.named("town")),
        certificates=_names(words, because.named("certificate")),
        identities=words("rules.and").join(identities),
        number=wording.number,
    )


def _names(words: Words, names: Sequence[str]) -> str:
    return words("rules.and").join(words("rules.quoted", name=name) for name in names)
