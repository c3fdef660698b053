"""One person's career while it is being played."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from scenarios.language.base import PersonId
from scenarios.language.people import Identity
from scenarios.language.settings import CareerFlows, CareerPolicy
from simulation.careers.cadre import PROBATION_MONTHS, Cadre
from simulation.careers.chairs import Chair, Level
from simulation.careers.points import Service, credited

STANDS_FOR = {
    Level.LEADER: frozenset({Identity.CIVIL_SERVANT}),
    Level.MID_CHIEF: frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF}),
    Level.MID_DEPUTY: frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF}),
}
"""Who may hold a chair of each level."""


@dataclass(slots=True)
class Career:
    """Where a person stands.

    Parameters
    ----------
    cadre
        The person, as on entering.
    rung, rung_since
        The place on the ladder.
    excellent
        How many years were marked excellent before each year of the play.
    title, duty
        The chairs that give the person a title and an operating post.
    highest
        The highest level of title ever held.
    rests
        Until when the person stands aside from chairs of a kind.
    """

    cadre: Cadre
    rung: int
    rung_since: int
    excellent: tuple[int, ...]
    title: Chair | None = None
    duty: Chair | None = None
    highest: int = 0
    rests: dict[tuple[Level, bool], int] = field(default_factory=dict)
    _earned: dict[Level, int] = field(default_factory=dict)
    _earning: Level | None = None
    _since: int = 0

    @property
    def id(self) -> PersonId:
        """The person's id."""
        return self.cadre.id

    @property
    def is_leader(self) -> bool:
        """Whether the person is in the leadership."""
        return self.title is not None and self.title.level is Level.LEADER

    def take(self, chair: Chair, policy: CareerPolicy, now: int) -> None:
        """Take a chair, with its title and its duty."""
        if chair.titled:
            self.title = chair
            self.highest = max(self.highest, chair.level)
        if chair.duty is not None:
            self.duty = chair
        self._settle(policy, now)

    def give_up(self, chair: Chair, policy: CareerPolicy, now: int) -> None:
        """Give up a chair."""
        self.title = None if self.title == chair else self.title
        self.duty = None if self.duty == chair else self.duty
        self._settle(policy, now)

    def service(self, now: int, start: int) -> Service:
        """Return what earns points."""
        cadre = self.cadre
        return Service(
            total=now - cadre.joined,
            in_rung=now - self.rung_since if self.rung >= 0 else 0,
            chief=self._credit(Level.MID_CHIEF, now),
            deputy=self._credit(Level.MID_DEPUTY, now),
            excellent=self.excellent[(now - start) // 12],
        )

    def _credit(self, level: Level, now: int) -> int:
        running = now - self._since if self._earning is level else 0
        return self._earned.get(level, 0) + running

    def _settle(self, policy: CareerPolicy, now: int) -> None:
        """Book the credit so far, and go on at the level of the present chairs."""
        if self._earning is not None:
            self._earned[self._earning] = self._credit(self._earning, now)
        self._earning = credited(policy, self.title, self.duty)
        self._since = now


def qualified(
    careers: Iterable[Career], chair: Chair, now: int, flows: CareerFlows
) -> list[Career]:
    """Return who qualifies for a chair in a month.

    Candidates are confirmed (for the higher chairs: have served the minimum), can
    serve a term before they retire, don't rest after a term in such a chair, hold
    none as high, and have never had a higher title. Leaders come from mid-level.
    """
    minimum = round(flows.minimum_service_years * 12)
    served = PROBATION_MONTHS if chair.level is Level.MID_DEPUTY else minimum
    joined_by, retires_from = now - served, now + term_months(flows)
    identities, of_kind = STANDS_FOR[chair.level], kind(chair)
    return [
        one
        for one in careers
        if one.cadre.joined <= joined_by
        and one.cadre.retires >= retires_from
        and one.cadre.identity in identities
        and one.rests.get(of_kind, 0) <= now
        and _is_a_step(one, chair)
    ]


def _is_a_step(career: Career, chair: Chair) -> bool:
    """Tell whether a chair would be a step up from what somebody holds and has held."""
    title, duty = career.title, career.duty
    held = title.level if title else 0
    if held is Level.LEADER or (chair.level is Level.LEADER and not (title or duty)):
        return False
    if chair.titled:
        return held < chair.level and career.highest <= chair.level
    return duty is None or (not duty.titled and duty.level < chair.level)


def term_months(flows: CareerFlows) -> int:
    """Return how long a term is that a candidate must still be able to serve."""
    return round(min(flows.seat_years, flows.term_years) * 12)


def kind(chair: Chair) -> tuple[Level, bool]:
    """Return the kind of a chair: its level, and whether it gives a title."""
    return chair.level, chair.titled
