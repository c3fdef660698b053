"""The rules of staffing with their limits."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from scenarios.language.base import Choice, Name, PostId, Spec, UnitId
from scenarios.language.matters import MatterList
from scenarios.language.people import Identity


class Mode(Choice):
    """Whether a rule binds, costs, or is left out."""

    HARD = "hard", "硬性"
    SOFT = "soft", "软性"
    OFF = "off", "不用"


class RuleSettings(Spec):
    """What every rule has: whether it binds, and the clause it comes from."""

    mode: Mode = Mode.HARD
    """``hard``: binds; ``soft``: each breach costs; ``off``: left out."""
    weight: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    """The cost of a breach, beside those of other soft rules."""
    clause: Name | None = None
    """The clause of law or of local rules it comes from, to be quoted."""


Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole, from 0 to 1."""


class Within(Choice):
    """How near something must lie."""

    UNIT = "unit", "本单位"
    MODULE = "module", "本模块"
    ANYWHERE = "anywhere", "不限"


class BackupSettings(RuleSettings):
    """Limits of the rule ``backup``."""

    most: Annotated[int, Field(ge=0)] = 3
    """Most B-posts a person."""
    within: Within = Within.ANYWHERE
    """Where a B-holder's own A-posts lie: one at least in the unit or module."""
    exempt: tuple[PostId, ...] = ()
    """Posts whose B-holders may come from anywhere all the same."""


class MaxPostsSettings(RuleSettings):
    """Limits of the rule ``max_posts``."""

    most: Annotated[int, Field(ge=1)] = 3
    """Most A-posts a person, where the person has no limit of their own."""


class WorkloadSettings(RuleSettings):
    """Limits of the rule ``workload``."""

    backup_share: Annotated[float, Field(ge=0, le=1)] = 0.1
    """Share of a post's hours that falls to each B-holder."""
    most_share: Annotated[float, Field(gt=0, le=3)] = 1.0
    """Most hours, as a share of the person's own capacity."""


class CertifiedOfficersSettings(RuleSettings):
    """Limits of the rule ``certified_officers``."""

    spare: Annotated[int, Field(ge=0)] = 0
    """Officers beyond those a matter takes, for when some are away."""


class Shares(Spec):
    """Shares of identities among those who hold a unit's A-posts."""

    least: Mapping[Identity, Share] = Field(default_factory=dict)
    """At least this share of each unit's A-holders has the identity."""
    most: Mapping[Identity, Share] = Field(default_factory=dict)
    """At most this share of each unit's A-holders has the identity."""


class IdentitySettings(RuleSettings, Shares):
    """Limits of the rule ``identity``."""

    leaders_only: bool = True
    """Whether people with a leader's title hold leadership posts only."""
    units: Mapping[UnitId, Shares] = Field(default_factory=dict)
    """Shares of single units, which there replace those of all units."""


class TransfersSettings(RuleSettings):
    """Limits of the rule ``transfers``."""

    most: Annotated[int | None, Field(ge=0)] = None
    """Most people whom each town takes in from other towns, as A or B; no limit if
    left out."""


class EstablishmentSettings(RuleSettings):
    """Limits of the rule ``establishment``."""

    most_leaders: Annotated[int | None, Field(ge=0)] = None
    """Most people in leadership posts (领导职数), of each town where a scenario holds
    several; the approved establishment of the leadership units if left out."""
    most_borrowed: Share = 1.0
    """Most people whom other units carry, as a share of a unit's A-holders."""


class SpanOfControlSettings(RuleSettings):
    """Limits of the rule ``span_of_control``."""

    most: Annotated[int, Field(ge=1)] = 8
    """Most people directly under a lead, as A-holders."""
    most_hours: Annotated[float | None, Field(gt=0)] = None
    """Most hours a week of the A-posts directly under a lead; no limit if left out."""


class PeaksSettings(RuleSettings):
    """Limits of the rule ``peaks``."""

    above: Annotated[float, Field(gt=1)] = 1.5
    """A week is a post's peak from this many times its mean week on."""


class MattersSettings(RuleSettings):
    """Limits of the rule ``matters``."""

    lists: tuple[MatterList, ...] = (
        MatterList.STATUTORY,
        MatterList.DELEGATED,
        MatterList.TERRITORIAL,
    )
    """The lists whose matters need an A- and a B-person."""
    most_share: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Most of the hours of a unit's matters that one person need carry."""


class VillagesSettings(RuleSettings):
    """Limits of the rule ``villages``."""

    most: Annotated[int, Field(ge=1)] = 2
    """Most agents' posts (代办) a person, as A."""


class NMinusOneSettings(RuleSettings):
    """Limits of the rule ``n_minus_1``."""

    surge: Annotated[float, Field(gt=0, le=3)] = 1.25
    """Most hours, as a share of capacity, while somebody else is away."""


def _on() -> RuleSettings:
    return RuleSettings()


def _off() -> RuleSettings:
    return RuleSettings(mode=Mode.OFF)


class Rules(Spec):
    """Every rule of the optimiser, by its key."""

    seats: RuleSettings = Field(default_factory=_on)
    """Each post has exactly as many A-holders as it has seats."""
    backup: BackupSettings = BackupSettings()
    """Each post has its B-holders, none of them an A-holder of the same post."""
    qualification: RuleSettings = Field(default_factory=_on)
    """Holders meet the requirements of identity, title, rank, certificates, Party."""
    full_time: RuleSettings = Field(default_factory=_on)
    """The holder of a full-time post holds no other (专职)."""
    max_posts: MaxPostsSettings = MaxPostsSettings()
    """Nobody holds more A-posts than the limit (一人多岗)."""
    workload: WorkloadSettings = WorkloadSettings()
    """Nobody's posts take more hours than the person has."""
    recusal: RuleSettings = Field(default_factory=_on)
    """Relatives are neither in line of command nor both under one lead (回避)."""
    incompatible: RuleSettings = Field(default_factory=_on)
    """Posts that exclude each other are not in one hand, as A or as B."""
    certified_officers: CertifiedOfficersSettings = CertifiedOfficersSettings()
    """The responsible unit has the certified officers that its matters take."""
    dispatched: RuleSettings = Field(default_factory=_on)
    """Dispatched people hold posts of their own institution only, unless the town
    commands them."""
    identity: IdentitySettings = IdentitySettings(mode=Mode.OFF)
    """People with a leader's title hold leadership posts only, and units have their
    shares of identities; off unless asked for."""
    transfers: TransfersSettings = TransfersSettings(mode=Mode.OFF)
    """People work in their own town but for the few who are transferred (乡镇间交流);
    for a scenario of several towns; off unless asked for."""
    establishment: EstablishmentSettings = EstablishmentSettings(mode=Mode.OFF)
    """Leaders keep to their number, newcomers to free places, units to few who are
    borrowed (编制、领导职数); off unless asked for."""
    span_of_control: SpanOfControlSettings = SpanOfControlSettings(mode=Mode.OFF)
    """No lead has too many people or hours directly below (管理幅度); off unless asked
    for."""
    peaks: PeaksSettings = PeaksSettings(mode=Mode.OFF)
    """Nobody backs up a post in the season in which an own A-post peaks (忙季错开);
    off unless asked for."""
    joint_absence: RuleSettings = Field(default_factory=_off)
    """A and B of a post are never planned away together; off unless asked for."""
    matters: MattersSettings = MattersSettings(mode=Mode.OFF)
    """Each matter has an A- and a B-person with its certificates in the unit
    responsible (事项清单); off unless asked for."""
    villages: VillagesSettings = VillagesSettings(mode=Mode.OFF)
    """Each agent's post has an agent and a backup (代办员); off unless asked for."""
    n_minus_1: NMinusOneSettings = NMinusOneSettings(mode=Mode.OFF)
    """Whoever falls away, posts and matters are covered and nobody is overburdened;
    off unless asked for."""
    pins: RuleSettings = Field(default_factory=_on)
    """The people named under ``pins`` hold the posts named there."""
