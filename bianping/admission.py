"""What came of asking whether a town can take a new duty, and the verdict."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bianping.playing import Played
from bianping.staffing import Staffing
from optimizer.reason import Reason
from plots.headlines import HEADLINES, TOWN, Favour, favour
from scenarios import Plan, Town
from scenarios.language.base import Name
from simulation.summary import Key, Measure

Rules = Literal[
    "unchanged", "improved", "reassigned", "broken_today", "impossible", "undecided",
    "already",
]  # fmt: skip
"""What the duty does to the rules: they hold with the staffing as it was; hold with it,
though another is proven better now; hold once staff are assigned anew; are broken by
today's staffing though another would keep them; can't hold; that isn't known; couldn't
hold without the duty either."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What came of asking whether a town can take a new duty.

    Parameters
    ----------
    duty
        What the duty is called.
    matters, streams
        Matters and streams of work that it brings or changes.
    declined, accepted
        The staffing without and with it.
    rules
        What the duty does to the rules.
    broken
        What the staffing as it was, left unchanged, would newly break.
    played
        The year without and with it; nothing where neither was to be played.
    differences
        The year with it, minus the year without, drawn year by drawn year.
    """

    duty: Name
    matters: tuple[str, ...]
    streams: tuple[str, ...]
    declined: Staffing
    accepted: Staffing
    rules: Rules
    broken: tuple[Reason, ...]
    played: tuple[Played, Played] | None
    differences: Mapping[Key, Measure]

    @property
    def changed_seats(self) -> int:
        """How many seats have other people with the duty than without it."""
        plans = (self.declined.plan, self.accepted.plan)
        without, with_duty = (plan or Plan.of(()) for plan in plans)
        return len(with_duty.assignments - without.assignments)

    @property
    def costs(self) -> tuple[Measure, ...]:
        """What gets worse for the town for certain, in the order of a report."""
        return tuple(
            found
            for one in HEADLINES
            if (found := self.differences.get((one.measure, TOWN))) is not None
            and favour(one, found) is Favour.UNFAVOURABLE
        )

    @property
    def slower(self) -> tuple[Measure, ...]:
        """How much longer other work waits for certain, the longest first."""
        waits = [
            one
            for one in self.differences.values()
            if one.measure == "waiting_hours"
            and one.of.startswith("stream:")
            and one.of.partition(":")[2] not in self.streams
            and one.mean - one.half_width > 0
        ]
        return tuple(sorted(waits, key=lambda one: -one.mean))

    @property
    def verdict(self) -> "Verdict":
        """Whether the town can take the duty."""
        match self.rules:
            case "impossible":
                return "no"
            case "undecided" | "already":
                return self.rules
            case "broken_today":
                return "after_reassigning"
            case "unchanged" | "improved" | "reassigned":
                return "at_a_cost" if self.costs or self.slower else "yes"


Verdict = Literal["yes", "at_a_cost", "after_reassigning", "no", "undecided", "already"]
"""Whether the town can take the duty, in one word; ``already``: it can't be staffed
under its rules, with the duty or without."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measure of one thing without and with the duty, and the difference."""

    measure: str
    of: str
    declined: Measure | None
    accepted: Measure | None
    difference: Measure | None


_TOWN = (
    "utilisation", "clashes", "clash_hours", "takeovers", "waiting_hours",
    "time_in_system_hours", "late_share", "open_at_end", "decision_queue_hours",
    "county_lag_days", "uncovered_hours",
)  # fmt: skip
_UNIT = ("utilisation", "waiting_hours", "late_share", "clashes")
_LEAD = ("utilisation", "decision_queue_hours", "clashes")
_STREAM = ("arrived", "completed", "open_at_end", "waiting_hours", "late_share")


def rows_of(admission: Admission) -> tuple[Row, ...]:
    """Return load, clashes and lag: of the town, the units concerned, the new work."""
    if admission.played is None:
        return ()
    without, with_duty = (one.study.measures for one in admission.played)
    keys = [*_keys(admission)]
    return tuple(
        Row(*key, without.get(key), with_duty.get(key), admission.differences.get(key))
        for key in dict.fromkeys(keys)
        if key in without or key in with_duty
    )


def _keys(admission: Admission) -> Iterator[Key]:
    town = admission.accepted.town
    yield from ((measure, TOWN) for measure in _TOWN)
    units = [town.matters[one].unit for one in admission.matters]
    units += [one for key in admission.streams if (one := town.work[key].unit)]
    for unit in units:
        yield from ((measure, f"unit:{unit}") for measure in _UNIT)
    leads = [town.lead_of_unit(unit) for unit in units]
    leads += [town.lead_of_stream(key) for key in admission.streams]
    for lead in filter(None, leads):
        yield from ((measure, f"lead:{lead}") for measure in _LEAD)
    for stream in admission.streams:
        yield from ((measure, f"stream:{stream}") for measure in _STREAM)


def brought(without: Town, with_duty: Town, section: str) -> tuple[str, ...]:
    """Return the ids of a section that a duty's file brings or changes."""
    before, after = (getattr(town, section) for town in (without, with_duty))
    return tuple(key for key, one in after.items() if before.get(key) != one)
