"""One person's career while it is being played."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scenarios.language.base import PersonId
from scenarios.language.careers import CareerPolicy
from scenarios.language.people import Identity
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import Chair, Level
from simulation.careers.points import Scale, credited

PLACES = 2**24
"""More people than there are, so that points go before places."""

ESTABLISHED = frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF})
"""Who may hold a mid-level chair."""

Kind = tuple[Level, bool]
"""The kind of a chair: its level, and whether it gives a title."""


@dataclass(slots=True)
class Career:
    """Where a person stands.

    Parameters
    ----------
    cadre
        The person, as on entering.
    place
        The line's place in the order of ids, by which ties are broken.
    scale
        The points of the person's own ladder.
    lots
        The person's luck.
    rung, rung_since
        The place on the ladder.
    marks
        How many years were marked excellent in this line before each year.
    votes
        Each year's recommendation.
    special
        Whether the line's post earns points of its own.
    retires, joined, exposed
        As of the cadre.
    established
        Whether the person is a civil servant or institution staff.
    start
        The first month of the play.
    title, duty
        The chairs that give the person a title and an operating post.
    held, highest
        The level of title held now, 0 for none, and the highest in the play.
    titles
        Every level of title held ever.
    rests
        Until when the person stands aside from chairs of a kind.
    away_until
        Until when the person is seconded.
    """

    cadre: Cadre
    place: int
    scale: Scale
    lots: Sequence[float]
    rung: int
    rung_since: int
    marks: Sequence[int]
    votes: Sequence[float]
    special: bool
    retires: int
    joined: int
    exposed: int
    established: bool
    start: int
    title: Chair | None = None
    duty: Chair | None = None
    held: int = 0
    highest: int = 0
    titles: set[int] = field(default_factory=set)
    rests: dict[Kind, int] = field(default_factory=dict)
    away_until: int = 0
    _chief: int = 0
    _deputy: int = 0
    _earning: Level | None = None
    _since: int = 0
    _points: int = 0
    _growth: int = 0
    _even_until: int = 0

    @property
    def id(self) -> PersonId:
        """The person's id."""
        return self.cadre.id

    @property
    def is_leader(self) -> bool:
        """Whether the person is in the leadership."""
        return self.held == Level.LEADER

    def take(self, chair: Chair, policy: CareerPolicy, now: int) -> None:
        """Take a chair, with its title and its duty."""
        if chair.titled:
            self.title = chair
            self.held = int(chair.level)
            self.highest = max(self.highest, self.held)
            self.titles.add(int(chair.level))
        if chair.duty is not None:
            self.duty = chair
        self._settle(policy, now)

    def give_up(self, chair: Chair, policy: CareerPolicy, now: int) -> None:
        """Give up a chair."""
        if self.title is chair:
            self.title, self.held = None, 0
        self.duty = None if self.duty is chair else self.duty
        self._settle(policy, now)

    def points(self, now: int) -> int:
        """Return the person's points in a month, in parts of a point (`Scale`).

        They grow evenly until a year begins, a most is reached or a chair changes.
        """
        if now >= self._even_until:
            self._reckon(now)
        return self._points + self._growth * now

    def order(self, now: int) -> int:
        """Return a number by which the best come first, and of equals the first id.

        Modulo `PLACES`, it is the place.
        """
        if now >= self._even_until:
            self._reckon(now)
        return self.place - (self._points + self._growth * now) * PLACES

    def rise(self, since: int) -> None:
        """Step up a rung."""
        self.rung += 1
        self.rung_since = since
        self._even_until = 0

    def excellent(self, since: int, now: int) -> int:
        """Return how many whole years since a month were marked excellent."""
        last = (now - self.start) // 12
        first = -((self.start - since) // 12) if since > self.start else 0
        return self.marks[last] - self.marks[first] if first < last else 0

    def _reckon(self, now: int) -> None:
        """Put down the points, and how they grow from month to month."""
        scale, year = self.scale, (now - self.start) // 12
        self._points, self._growth = -scale.service * self.joined, scale.service
        self._even_until = self.start + 12 * (year + 1)
        if self.rung >= 0:
            self._points -= scale.in_rung * self.rung_since
            self._growth += scale.in_rung
        self._points += scale.excellent * self.excellent(self.exposed, now)
        self._points += int(scale.vote * self.votes[year])
        chief, deputy, level = self._chief, self._deputy, self._earning
        if chief or level is Level.MID_CHIEF:
            grows = level is Level.MID_CHIEF
            self._earn(scale.chief, scale.chief_most, chief, now, grows=grows)
        if deputy or level is Level.MID_DEPUTY:
            grows = level is Level.MID_DEPUTY
            self._earn(scale.deputy, scale.deputy_most, deputy, now, grows=grows)
        if self.special:
            there = now - max(self.start, self.cadre.entered)
            booked = there - (now - self._since)
            self._earn(scale.special, scale.special_most, booked, now, grows=True)

    def _earn(
        self, rate: int, most: int, booked: int, now: int, *, grows: bool
    ) -> None:
        """Add what service earns: months booked, and those since, up to a most."""
        months = booked + (now - self._since if grows else 0)
        if rate * months >= most or not grows:
            self._points += min(most, rate * months)
            return
        self._points += rate * (booked - self._since)
        self._growth += rate
        if rate:
            left = -(-(most - rate * months) // rate)
            self._even_until = min(self._even_until, now + left)

    def _settle(self, policy: CareerPolicy, now: int) -> None:
        """Book the credit so far, and go on at the level of the present chairs."""
        self._chief += (now - self._since) * (self._earning is Level.MID_CHIEF)
        self._deputy += (now - self._since) * (self._earning is Level.MID_DEPUTY)
        self._earning = credited(policy, self.title, self.duty)
        self._since = now
        self._even_until = 0
