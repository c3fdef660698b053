"""Settings of the careers: policy, remedies with prices, comings and goings."""

from typing import Annotated

from pydantic import Field

from scenarios.language.base import Choice, Entries, Entry, Name, Spec


class Credit(Choice):
    """Whose service as mid-level chief earns promotion points."""

    APPOINTED_TITLE = "appointed_title", "任命职务"
    OPERATING_POST = "operating_post", "运行岗位"
    EITHER = "either", "两者皆可"


class OldTitles(Choice):
    """What becomes of a title without a post when its holder leaves it."""

    REFILL = "refill", "补任"
    LAPSE = "lapse", "自然消化"


class CareerPolicy(Spec):
    """What may be changed about promotion."""

    credit: Credit = Credit.APPOINTED_TITLE
    """Whether points follow the appointed title, the operating post, or either."""
    mid_level_share: Annotated[float | None, Field(ge=0, le=1)] = None
    """Least share of the staff, leaders apart, who hold a mid-level chief's seat."""
    deputies_count: bool = True
    """Whether service as mid-level deputy earns points."""
    seniority_weight: Annotated[float, Field(ge=0, le=1)] = 0.5
    """1: by years of service and on the rung alone (论资); 0: by merit alone, which is
    everything else that earns points (竞争); 0.5: as the table of points says."""
    quota_factor: Annotated[float, Field(ge=0, le=10)] = 1.0
    """Factor on every quota of the ladders (增加职数)."""
    county_pooling: bool = False
    """Whether quotas with `per_year` are run by the county (县级统筹)."""
    old_titles: OldTitles = OldTitles.REFILL
    """Whether titles of units that no longer operate are given out again when their
    holders leave, or lapse."""
    keep_titles: bool = False
    """Whether those who would lose their mid-level title by the design keep it until
    they leave it (老人老办法)."""
    rotation_years: Annotated[float | None, Field(gt=0, le=40)] = None
    """Most years that anybody stays in one mid-level seat (轮岗)."""


class Remedy(Entry):
    """A change of policy that may be bought, for the search of the cheapest."""

    name: Name
    """What the change is called."""
    price: Annotated[float, Field(ge=0)]
    """What it costs, in whatever unit all remedies share."""
    policy: CareerPolicy
    """The keys of the policy that it sets; all others stay as they are."""


class TermChange(Spec):
    """When all leaders' posts are decided on anew (换届)."""

    year: Annotated[int, Field(ge=1900, le=2200)]
    """One year in which it happens."""
    month: Annotated[int, Field(ge=1, le=12)] = 12
    """The month in which it happens."""
    every_years: Annotated[int, Field(ge=1, le=20)] = 5
    """Years from one to the next."""
    turnover: Annotated[float, Field(ge=0, le=1)] = 0.3
    """Share of the leaders who are moved away then, beside `leader_openings`."""
    institution_staff: Annotated[int, Field(ge=0)] = 1
    """Most leaders' posts that institution staff may get then (五方面人员)."""


class SameMonth(Choice):
    """How departures of one month and the filling of what they leave are ordered."""

    TOGETHER = "together", "先退后补"
    ONE_BY_ONE = "one_by_one", "退一补一"


class CareerFlows(Spec):
    """How people come and go, beside retirement. All of it is assumption."""

    minimum_service_years: Annotated[float, Field(ge=0)] = 5
    """Years of service before anybody may be called away or resign (最低服务年限)."""
    young_until: Annotated[float, Field(ge=16, le=70)] = 35
    """Age up to which people are called away often (借调、遴选)."""
    leave_young: Annotated[float, Field(ge=0, lt=1)] = 0.06
    """Chance a year to be called away, up to that age."""
    leave_older: Annotated[float, Field(ge=0, lt=1)] = 0.01
    """Chance a year to be called away, beyond it."""
    resign: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Chance a year to resign (辞职)."""
    second: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Chance a year to be seconded and to come back (借调); of those
    who are not away, and leaders apart."""
    second_months: Annotated[int, Field(ge=1, le=120)] = 12
    """How long a secondment lasts."""
    lose: Annotated[float, Field(ge=0, lt=1)] = 0.003
    """Chance a year to die or fall ill for good."""
    early_leave: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Chance a year to leave early of those whom the rules allow to (提前退休)."""
    late_share: Annotated[float, Field(ge=0, le=1)] = 0.0
    """Share of those on a ladder with `late_retirement` who stay longer, by up to
    three years (弹性延迟)."""
    replace_share: Annotated[float, Field(ge=0, le=1)] = 0.7
    """Share of those who left for whom somebody is recruited."""
    recruit_age: tuple[int, int] = (22, 30)
    """Youngest and oldest age at recruitment."""
    seat_years: Annotated[float, Field(gt=0)] = 4.5
    """Mean years that somebody stays in a mid-level seat before it falls free."""
    leader_openings: Annotated[float, Field(ge=0)] = 1.5
    """Leaders' posts that fall free a year."""
    leader_inside_share: Annotated[float, Field(ge=0, le=1)] = 0.35
    """Share of them that people of the town fill."""
    outside_leader_age: tuple[int, int] = (35, 48)
    """Youngest and oldest age of a leader who comes from outside."""
    term_change: TermChange | None = None
    """When all leaders' posts are decided on anew; never if left out."""
    term_years: Annotated[float, Field(ge=0)] = 5
    """Years that a candidate for a seat must still have before retirement, and that
    somebody whose time in a seat is over stands aside; at most `seat_years`."""
    excellent_share: Annotated[float, Field(ge=0, le=1)] = 0.2
    """Share of the staff marked excellent each year."""
    boards_per_year: Annotated[int, Field(ge=1, le=12)] = 2
    """How often a year places on the ladders are filled."""
    same_month: SameMonth = SameMonth.TOGETHER
    """``together``: all who go in a month go first, then all places are filled;
    ``one_by_one``: what each leaves is filled before the next goes."""


class CareerSettings(Spec):
    """How careers are played."""

    years: Annotated[int, Field(ge=1, le=40)] = 15
    """How many years."""
    replications: Annotated[int, Field(ge=2, le=100_000)] = 20
    """How many times."""
    policy: CareerPolicy = CareerPolicy()
    """What may be changed about promotion."""
    remedies: Entries[Remedy] = Field(default_factory=dict)
    """Changes of policy with prices, from which the cheapest is sought."""
    flows: CareerFlows = CareerFlows()
    """How people come and go."""
