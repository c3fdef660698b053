"""A reason as a sentence, with the names of those whom it concerns."""

from optimizer.reason import Reason
from optimizer.rules.certified_officers import officers_needed
from optimizer.rules.max_posts import most_posts
from scenarios import Town
from scenarios.language.people import Person
from scenarios.language.posts import Post
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
    posts = [words.name(town.posts[post].name) for post in because.named("post")]
    people = [town.people[person].name for person in because.named("person")]
    units = [words.name(town.units[unit].name) for unit in because.named("unit")]
    return words(
        f"rules.{_text_of(because)}.{kind}",
        posts=_names(words, posts),
        people=_names(words, people),
        units=_names(words, units),
        certificates=_names(words, because.named("certificate")),
        number=_number(town, because),
    )


def _text_of(because: Reason) -> str:
    """Return the rule's key; its limit on a person's B-posts has a text of its own."""
    limit = because.rule == "backup" and because.named("person")
    return "backup_limit" if limit else because.rule


def _names(words: Words, names: list[str] | tuple[str, ...]) -> str:
    return words("rules.and").join(words("rules.quoted", name=name) for name in names)


def _number(town: Town, because: Reason) -> str:
    """Return the limit or the number that the demand is about, if there is one."""
    if because.rule == "certified_officers":
        key = (because.named("unit")[0], because.named("certificate"))
        return str(officers_needed(town)[key])
    for post in because.named("post"):
        return _number_at(town.posts[post], because.rule)
    for person in because.named("person"):
        return _limit_of(town, town.people[person], because.rule)
    return ""


def _number_at(post: Post, rule: str) -> str:
    return {"seats": str(post.seats), "backup": str(post.backups)}.get(rule, "")


def _limit_of(town: Town, person: Person, rule: str) -> str:
    return {
        "backup": str(town.rules.backup.most),
        "max_posts": str(most_posts(town, person)),
        "workload": f"{person.hours * town.rules.workload.most_share:g}",
    }.get(rule, "")
