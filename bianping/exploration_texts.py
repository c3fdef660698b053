"""The next best people and the prices of rules, in lines for the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from bianping.exploration import Exploration
from bianping.rule_texts import demand_texts
from bianping.terminal_table import aligned
from optimizer.choices import Alternative, Barred, Choice
from optimizer.prices import Price
from plots.rule_prices import change_text
from scenarios import Town
from scenarios.words import Words


def choice_lines(
    exploration: Exploration, words: Words, *, whole: bool
) -> Iterator[str]:
    """Yield how many alternatives there are; of a few posts, everything about them."""
    town, choices = exploration.staffing.town, exploration.choices or ()
    told = [each for one in choices for each in one.alternatives]
    yield words(
        "explore.counts",
        seats=len(choices),
        done=sum(one.complete for one in choices),
        alternatives=len(told),
        proven=sum(one.proven for one in told),
    )
    if not whole:
        yield words("explore.in_files")
        return
    for choice in choices:
        yield from _about(town, choice, words)


def cost_text(more: Mapping[str, float], words: Words) -> str:
    """Return what something costs on the goals that it changes."""
    parts = [
        words(
            "explore.cost",
            goal=words(f"goals.{goal}.name"),
            value=f"{value:+g}",
            unit=words(f"goals.{goal}.short_unit"),
        )
        for goal, value in more.items()
        if value
    ]
    return words("console.text.between").join(parts) or words("explore.costs_nothing")


def known_text(one: Alternative, words: Words) -> str:
    """Return whether a cost is proven or the least that was found."""
    return words("explore.proven" if one.proven else "explore.found")


def decided_text(choice: Choice, words: Words) -> str:
    """Return the rules and goals that decided who has a seat."""
    between = words("console.text.and")
    rules = between.join(
        words("explore.kept_away", rule=words(f"rules.{rule}.name"), count=count)
        for rule, count in choice.kept_away.items()
    )
    goals = between.join(words(f"goals.{goal}.name") for goal in choice.decisive)
    nothing = words("explore.nothing")
    return words("explore.decided", rules=rules or nothing, goals=goals or nothing)


def price_lines(exploration: Exploration, words: Words) -> Iterator[str]:
    """Yield the table of what each rule costs."""
    prices = exploration.prices or ()
    goals = [goal for goal in _goals(prices) if goal != "rules"]
    yield words("explore.prices")
    headings = [words("explore.change"), *(words(f"goals.{g}.name") for g in goals)]
    rows = [[change_text(one, words), *_gains(one, goals)] for one in prices]
    yield aligned([headings, *rows])
    yield words("explore.price_note")


def _about(town: Town, choice: Choice, words: Words) -> Iterator[str]:
    between = words("console.text.and")
    yield words(
        "explore.seat",
        post=words.name(town.posts[choice.post].name),
        seat=choice.seat.value,
        people=between.join(town.people[one].name for one in choice.holders),
    )
    yield words("console.plan.item", text=decided_text(choice, words))
    for number, one in enumerate(choice.alternatives, start=1):
        yield words(
            "explore.alternative",
            number=number,
            person=town.people[one.person].name,
            cost=cost_text(one.more, words),
            known=known_text(one, words),
        )
    yield from _barred_lines(town, choice.barred, words)
    if not choice.complete:
        yield words("explore.incomplete")


def _barred_lines(town: Town, barred: Sequence[Barred], words: Words) -> Iterator[str]:
    """Yield who is barred by which rules, with the demand, or one of several."""
    by_rules: dict[tuple[str, ...], list[Barred]] = {}
    for one in barred:
        rules = tuple(dict.fromkeys(demand.rule for demand in one.demands))
        by_rules.setdefault(rules, []).append(one)
    between = words("console.text.and")
    for rules, alike in by_rules.items():
        names = [town.people[who].name for one in alike for who in one.people]
        why = between.join(demand_texts(town, alike[0].demands, words))
        if len(alike) > 1:
            rule = between.join(words(f"rules.{one}.name") for one in rules)
            why = words("explore.such_as", rule=rule, why=why)
        yield words("explore.barred", people=_some(names, words), why=why)


def _some(names: Sequence[str], words: Words) -> str:
    few = words("console.text.and").join(names[:3])
    if len(names) <= 3:
        return few
    return words("explore.and_others", names=few, count=len(names))


def _goals(prices: Sequence[Price]) -> list[str]:
    return list(dict.fromkeys(goal for one in prices for goal in one.gain))


def _gains(price: Price, goals: Sequence[str]) -> list[str]:
    return [
        f"{price.gain[goal]:g}" + ("" if goal in price.exact else "*")
        if goal in price.gain
        else ""
        for goal in goals
    ]
