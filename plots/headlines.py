"""The town's headline measures, and which way each is better."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

from plots.study import Study
from plots.texts import number
from plots.values import found, reach
from scenarios.words import Words
from simulation.summary import Measure


class Better(StrEnum):
    """Which way a measure is better for the town."""

    LESS = "less"
    MORE = "more"
    NEITHER = "neither"


class Favour(StrEnum):
    """What a paired difference says."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"
    UNCLEAR = "unclear"
    """The interval holds zero: the designs can't be told apart."""
    DIFFERENT = "different"
    """They differ, in what is neither better nor worse by itself."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A measure of the whole town that belongs in a summary."""

    measure: str
    better: Better
    share: bool = False
    """Whether it is a share, to be shown in per cent."""


HEADLINES = (
    Headline("clashes", Better.LESS),
    Headline("clash_hours", Better.LESS),
    Headline("takeovers", Better.NEITHER),
    Headline("both_away", Better.LESS),
    Headline("overtime_hours", Better.LESS),
    Headline("waiting_hours", Better.LESS),
    Headline("time_in_system_hours", Better.LESS),
    Headline("late_share", Better.LESS, share=True),
    Headline("open_at_end", Better.LESS),
    Headline("decision_queue_hours", Better.LESS),
    Headline("joint_attempts_failed", Better.LESS),
    Headline("joint_wait_days", Better.LESS),
    Headline("county_lag_days", Better.LESS),
    Headline("uncovered_hours", Better.LESS),
    Headline("utilisation", Better.NEITHER, share=True),
    Headline("promotions", Better.MORE),
    Headline("promotion_opportunity_10y", Better.MORE, share=True),
    Headline("mid_level_opportunity_10y", Better.MORE, share=True),
    Headline("years_to_mid_level_median", Better.LESS),
    Headline("stuck_share", Better.LESS, share=True),
)
"""In the order of a report: clashes, waiting, decisions, joint work, careers."""

PERSONAL = (Headline("seat_years", Better.MORE), Headline("rises", Better.MORE))
"""What is better for a person: the ledger of winners and losers."""

TOWN = "town"
"""What headline measures are of."""


def headlines(studies: Sequence[Study]) -> tuple[Headline, ...]:
    """Return the headlines that at least one design has."""
    return tuple(
        one
        for one in HEADLINES
        if any(found(study, one.measure, TOWN) for study in studies)
    )


def favour(headline: Headline, difference: Measure) -> Favour:
    """Return what a paired difference to the first design says."""
    sure = not isnan(difference.half_width)
    if not sure or abs(difference.mean) <= reach(difference):
        return Favour.UNCLEAR
    if headline.better is Better.NEITHER:
        return Favour.DIFFERENT
    less_is_better = headline.better is Better.LESS
    fell = difference.mean < 0
    return Favour.FAVOURABLE if fell is less_is_better else Favour.UNFAVOURABLE


def shown(headline: Headline, value: float) -> str:
    """Return a value as text, without its unit unless that is per cent."""
    return f"{number(100 * value)}%" if headline.share else number(value)


def in_axis_units(headline: Headline, value: float) -> float:
    """Return a value as an axis shows it: shares in per cent."""
    return 100 * value if headline.share else value


def name(headline: Headline, words: Words) -> str:
    """Return a headline's name with its unit; a share needs none."""
    text = words(f"measures.{headline.measure}.name")
    if headline.share:
        return text
    unit = words(f"measures.{headline.measure}.unit")
    return words("charts.name_with_unit", name=text, unit=unit)
