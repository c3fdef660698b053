"""Whether a rule binds, costs, or is left out, and what its breach costs."""

from scenarios import Town
from scenarios.language.rules import Mode, RuleSettings


def settings_of(town: Town, rule: str) -> RuleSettings:
    """Return a rule's settings; what has none in the scenario always binds."""
    settings: RuleSettings | None = getattr(town.rules, rule, None)
    return settings or RuleSettings()


def mode_of(town: Town, rule: str) -> Mode:
    """Return whether a rule binds, costs, or is left out."""
    return settings_of(town, rule).mode
