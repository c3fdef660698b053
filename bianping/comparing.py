"""Several designs side by side: paired differences, and what the report needs."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from platform import python_version

from bianping.playing import Chances, Played, by_key
from bianping.precision_texts import precision_lines, years_text
from bianping.report.content import Comparison, Outcome, Step
from bianping.rule_texts import breach_texts, demand_texts_in_brief, why
from bianping.staffing import Given, Staffing, objectives
from optimizer.outcome import Impossible
from plots import Study
from plots.chart import Differences
from scenarios.words import Words
from simulation.summary import paired_differences

_PROGRAMS = ("bianping", "ortools", "simpy", "numpy", "networkx", "matplotlib")


@dataclass(frozen=True, slots=True)
class Compared:
    """What several designs gave.

    Parameters
    ----------
    staffings
        What came of staffing each.
    played
        What playing gave, for those that have a plan.
    differences
        Paired differences to the first of them, by the id of the other.
    how
        What chance began with.
    """

    staffings: tuple[Staffing, ...]
    played: tuple[Played, ...]
    differences: Differences
    how: Chances

    @property
    def studies(self) -> tuple[Study, ...]:
        """The designs with their means."""
        return tuple(one.study for one in self.played)

    def report(self, words: Words) -> Comparison:
        """Return what the report is made of."""
        return Comparison(
            studies=self.studies,
            differences=self.differences,
            outcomes={one.town.id: _outcome(one, words) for one in self.staffings},
            left_out=tuple(one.town for one in self.staffings if one.plan is None),
            seed=self.how.seed,
            replications=years_text(self.played),
            precision=tuple(precision_lines(self.played, self.how, words)),
            career_replications=self.how.careers,
            generated=_today(),
            versions={
                "Python": python_version(),
                **{program: version(program) for program in _PROGRAMS},
            },
        )


def _today() -> date:
    """Return today, or the day of ``SOURCE_DATE_EPOCH`` so that reports repeat."""
    seconds = float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return datetime.fromtimestamp(seconds, UTC).date()


def compared(
    staffings: Sequence[Staffing], played: Sequence[Played], how: Chances
) -> Compared:
    """Return the designs with their differences to the first, year by year."""
    base, *others = played
    differences = {
        one.study.town.id: by_key(
            paired_differences(base.years, one.years)
            + paired_differences(base.careers, one.careers)
        )
        for one in others
    }
    return Compared(tuple(staffings), tuple(played), differences, how)


def _outcome(staffing: Staffing, words: Words) -> Outcome:
    town, outcome = staffing.town, staffing.outcome
    conflict = outcome.conflict if isinstance(outcome, Impossible) else ()
    return Outcome(
        status="today" if isinstance(outcome, Given) else staffing.status,
        steps=tuple(
            Step(words(f"goals.{one.goal}.name"), one.value, one.bound)
            for one in objectives(staffing)
        ),
        reasons=why(staffing, words),
        breaches=breach_texts(town, staffing.breaches, words),
        conflict=demand_texts_in_brief(town, conflict, words),
    )
