"""The terms on which careers are played, in months, rates and shares."""

from dataclasses import dataclass
from typing import Self

from scenarios import Town
from scenarios.language.careers import CareerPolicy, SameMonth, TermChange
from scenarios.language.months import month
from scenarios.language.people import Sex
from simulation.careers.chairs import Chair, Level
from simulation.careers.chairs_of import is_leader, is_played
from simulation.careers.waits import rate_a_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What `careers` says, worked out once for all replications.

    Parameters
    ----------
    start, months
        The first month, and how many are played.
    policy
        What may be changed about promotion.
    minimum, term
        Months of the minimum service, and of a term.
    young_until
        The age in months up to which people are called away often.
    called_young, called_older, resigned, seconded, lost, left_early
        Rates a month.
    second_months
        How long a secondment lasts.
    late_share, replace_share, inside_share, excellent_share
        Shares, as in the scenario.
    recruit_age, leader_age
        Youngest and oldest age of recruits and of leaders from outside.
    women
        Share of women among those who come: the roster's.
    seat_turnover, leader_turnover
        The chance a month that a mid-level seat, or a leader's post, falls free.
    rotation
        Most months in one mid-level seat.
    boards
        The months of the year in which boards meet, from 0.
    change
        When all leaders' posts are decided on anew.
    one_by_one
        Whether what each leaves is filled before the next goes.
    """

    start: int
    months: int
    policy: CareerPolicy
    minimum: int
    term: int
    young_until: int
    called_young: float
    called_older: float
    resigned: float
    seconded: float
    second_months: int
    lost: float
    left_early: float
    late_share: float
    replace_share: float
    inside_share: float
    excellent_share: float
    recruit_age: tuple[int, int]
    leader_age: tuple[int, int]
    women: float
    seat_turnover: float
    leader_turnover: float
    rotation: int | None
    boards: frozenset[int]
    change: TermChange | None
    one_by_one: bool

    @classmethod
    def of(cls, town: Town) -> Self:
        """Return the terms of a town's careers."""
        careers, flows = town.careers, town.careers.flows
        played = [one for one in town.people.values() if is_played(one)]
        leaders = sum(is_leader(one) for one in played)
        women = sum(one.sex is Sex.FEMALE for one in played)
        rotation = careers.policy.rotation_years
        often = flows.boards_per_year
        return cls(
            start=month(town.calendar.year, 1),
            months=careers.years * 12,
            policy=careers.policy,
            minimum=round(flows.minimum_service_years * 12),
            term=round(min(flows.seat_years, flows.term_years) * 12),
            young_until=round(flows.young_until * 12),
            called_young=rate_a_month(flows.leave_young),
            called_older=rate_a_month(flows.leave_older),
            resigned=rate_a_month(flows.resign),
            seconded=rate_a_month(flows.second),
            second_months=flows.second_months,
            lost=rate_a_month(flows.lose),
            left_early=rate_a_month(flows.early_leave),
            late_share=flows.late_share,
            replace_share=flows.replace_share,
            inside_share=flows.leader_inside_share,
            excellent_share=flows.excellent_share,
            recruit_age=flows.recruit_age,
            leader_age=flows.outside_leader_age,
            women=women / max(1, len(played)),
            seat_turnover=1 / (12 * flows.seat_years),
            leader_turnover=flows.leader_openings / (12 * max(1, leaders)),
            rotation=None if rotation is None else max(1, round(rotation * 12)),
            boards=frozenset(
                one for one in range(12) if (one + 1) * often // 12 > one * often // 12
            ),
            change=flows.term_change,
            one_by_one=flows.same_month is SameMonth.ONE_BY_ONE,
        )

    @property
    def end(self) -> int:
        """The first month that isn't played."""
        return self.start + self.months

    def year(self, now: int) -> int:
        """Return how many years have gone by."""
        return (now - self.start) // 12

    def change_in(self, now: int) -> TermChange | None:
        """Return the change of term, if all leaders' posts are decided on anew now."""
        change = self.change
        if change is None or now % 12 + 1 != change.month:
            return None
        return None if (now // 12 - change.year) % change.every_years else change

    def turnover(self, chair: Chair) -> float:
        """Return the chance a month that a chair falls free by itself."""
        if chair.lapses:
            return 0.0
        leads = chair.level is Level.LEADER
        return self.leader_turnover if leads else self.seat_turnover

    def longest(self, chair: Chair) -> int | None:
        """Return the most months in a chair, if there is such a limit."""
        return None if chair.lapses or chair.level is Level.LEADER else self.rotation
