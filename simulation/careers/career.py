"""One person's career while it is being played."""

from collections.abc import Sequence

from scenarios.language.careers import CareerPolicy
from scenarios.language.people import Identity
from simulation.careers.cadre import Cadre
from simulation.careers.chairs import LEADER, MID_CHIEF, MID_DEPUTY, Chair, Kind, Level
from simulation.careers.points import Scale, credited

PLACES = 2**24
"""More people than there are, so that points go before places."""

ESTABLISHED = frozenset({Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF})
"""Who may hold a mid-level chair."""


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
    marks
        How many years were marked excellent in this line before each year.
    votes
        Each year's recommendation.
    special
        Whether the line's post earns points of its own.
    start
        The first month of the play.

    Attributes
    ----------
    id
        The person's id.
    rung, rung_since
        The place on the ladder.
    established, civil
        Whether the person is a civil servant or institution staff, and the former.
    title, duty
        The chairs that give the person a title and an operating post.
    held, highest
        The level of title held now, 0 for none, and the highest in the play.
    titles
        Every level of title held ever, a bit each.
    rests
        Until when the person stands aside from chairs of a kind.
    away_until
        Until when the person is seconded.
    gone
        Whether the person has left the town.
    earning
        At which level the chairs held now earn points.
    stands
        For which kinds of chair the person stands, a bit each.
    """

    __slots__ = (
        "_chief",
        "_deputy",
        "_even_until",
        "_growth",
        "_marked",
        "_points",
        "_since",
        "away_until",
        "cadre",
        "civil",
        "duty",
        "earning",
        "established",
        "exposed",
        "gone",
        "held",
        "highest",
        "id",
        "joined",
        "marks",
        "place",
        "rests",
        "retires",
        "rung",
        "rung_since",
        "scale",
        "special",
        "stands",
        "start",
        "title",
        "titles",
        "votes",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913 - all by keyword
        self,
        *,
        cadre: Cadre,
        place: int,
        scale: Scale,
        marks: Sequence[int],
        votes: Sequence[float],
        special: bool,
        start: int,
    ) -> None:
        self.cadre, self.place, self.scale = cadre, place, scale
        self.id = cadre.id
        self.marks, self.votes = marks, votes
        self.special, self.start = special, start
        self.rung, self.rung_since = cadre.rung, cadre.rung_since
        self.retires, self.joined = cadre.retires, cadre.joined
        self.exposed = cadre.exposed
        self._marked = marks[max(0, self.exposed - start + 11) // 12]
        self.established = cadre.identity in ESTABLISHED
        self.civil = cadre.identity is Identity.CIVIL_SERVANT
        self.title: Chair | None = None
        self.duty: Chair | None = None
        self.held = self.highest = 0
        self.titles = 1 << cadre.title if cadre.title else 0
        self.rests: dict[Kind, int] = {}
        self.away_until = 0
        self.gone = False
        self.stands = 0
        self._chief = self._deputy = self._since = 0
        self.earning: Level | None = None
        self._points = self._growth = self._even_until = 0

    @property
    def is_leader(self) -> bool:
        """Whether the person is in the leadership."""
        return self.held == LEADER

    def take(self, chair: Chair, policy: CareerPolicy, now: int) -> None:
        """Take a chair, with its title and its duty."""
        if chair.titled:
            self.title = chair
            self.held = int(chair.level)
            self.highest = max(self.highest, self.held)
            self.titles |= 1 << chair.level
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

    def order(self, now: int, later: int) -> int:
        """Return a number by which the best come first, and of equals the first id.

        Modulo `PLACES`, it is the place. Later in the year nobody can be better than
        what is returned for then, unless a chair or a rung changes: service earns
        evenly, and no more from a most on.
        """
        if now >= self._even_until:
            self._reckon(now)
        return self.place - (self._points + self._growth * later) * PLACES

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
        base = int(scale.vote * self.votes[year]) - scale.service * self.joined
        growth = scale.service
        if scale.excellent:
            base += scale.excellent * max(0, self.marks[year] - self._marked)
        if self.rung >= 0:
            base -= scale.in_rung * self.rung_since
            growth += scale.in_rung
        self._points, self._growth = base, growth
        self._even_until = self.start + 12 * (year + 1)
        level, running = self.earning, now - self._since
        if level is MID_CHIEF:
            self._earn(scale.chief, scale.chief_most, self._chief + running, now)
        elif self._chief:
            self._points += min(scale.chief_most, scale.chief * self._chief)
        if level is MID_DEPUTY:
            self._earn(scale.deputy, scale.deputy_most, self._deputy + running, now)
        elif self._deputy:
            self._points += min(scale.deputy_most, scale.deputy * self._deputy)
        if self.special:
            there = now - max(self.start, self.cadre.entered)
            self._earn(scale.special, scale.special_most, there, now)

    def _earn(self, rate: int, most: int, months: int, now: int) -> None:
        """Add what service that goes on has earned in so many months, up to a most."""
        left = most - rate * months
        if left <= 0:
            self._points += most
        elif rate:
            self._points += rate * (months - now)
            self._growth += rate
            self._even_until = min(self._even_until, now - -left // rate)

    def _settle(self, policy: CareerPolicy, now: int) -> None:
        """Book the credit so far, and go on at the level of the present chairs."""
        if self.earning is MID_CHIEF:
            self._chief += now - self._since
        elif self.earning is MID_DEPUTY:
            self._deputy += now - self._since
        self.earning = credited(policy, self.title, self.duty)
        self._since = now
        self._even_until = 0
