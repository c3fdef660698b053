"""Rules that clash, without those that don't matter."""

from threading import Event
from time import monotonic

import pytest

from optimizer.asking import Asking
from optimizer.fewer_rules import fewer_rules
from optimizer.outcome import SolverDisagreesError
from optimizer.rules import RULES
from optimizer.search import Refuted, search
from optimizer.settings import mode_of
from scenarios.language.rules import Mode
from tests.towns import person, post, town

CLASHING = frozenset({"seats", "workload"})


def hard_rules(design):
    return [rule for rule in RULES if mode_of(design, rule.key) is Mode.HARD]


def asking(seconds=20):
    return Asking(monotonic() + seconds, Event())


def short_week():
    """One post of 30 hours for people of 20; its certificate has no part in it."""
    return town(
        posts={"desk": post(hours=30, backups=0, requires={"certificates": ["law"]})},
        people={
            "ann": person(hours=20, certificates=["law"]),
            "bob": person(hours=20),
        },
    )


def test_rules_that_do_not_matter_are_left_out():
    design = short_week()
    rules = hard_rules(design)
    every = frozenset(rule.key for rule in rules)
    assert {"qualification", "max_posts"} < every
    assert fewer_rules(design, rules, every, asking()) == CLASHING


def test_rules_that_clash_among_themselves_stay():
    design = short_week()
    assert fewer_rules(design, hard_rules(design), CLASHING, asking()) == CLASHING


def test_without_time_all_of_them_stay():
    design = short_week()
    rules = hard_rules(design)
    every = frozenset(rule.key for rule in rules)
    assert fewer_rules(design, rules, every, asking(0)) == every


def test_a_wrong_refutation_is_told(monkeypatch):
    design = short_week()
    monkeypatch.setattr(
        "optimizer.fewer_rules.search",
        lambda cp, effort, *, presolve=True: (
            Refuted(frozenset()) if presolve else search(cp, effort, presolve=False)
        ),
    )
    rules = hard_rules(design)
    with pytest.raises(SolverDisagreesError, match="said to clash"):
        fewer_rules(design, rules, frozenset({"seats", "max_posts"}), asking())
