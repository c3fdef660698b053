"""The world: what every process shares."""

from dataclasses import dataclass

from simpy import Environment

from scenarios import Seat, Town
from simulation.timetables import Timetable
from tests.simulation.oracle.asks import Hand, Pool
from tests.simulation.oracle.desk import Desk
from tests.simulation.oracle.hours import Hours
from tests.simulation.oracle.record import Record


class Pools:
    """People by what they may do; the same description has one pool."""

    def __init__(self, town, plan, cadres):
        self.town = town
        self.plan = plan
        self.cadres = cadres
        self.made: dict[tuple[tuple[str, ...], tuple[str, ...]], Pool] = {}

    def of(self, who):
        return self._made(self.town.posts_of_pool(who), who.certificates)

    def of_posts(self, *posts):
        return self._made(posts, ())

    def _made(self, posts, certificates):
        if (posts, certificates) not in self.made:
            holders = self._hands(posts, Seat.A, certificates)
            backups = self._hands(posts, Seat.B, certificates)
            only = [hand for person, hand in backups.items() if person not in holders]
            self.made[posts, certificates] = Pool(posts, [*holders.values()], only)
        return self.made[posts, certificates]

    def _hands(self, posts, seat, certificates):
        found: dict[str, Hand] = {}
        for post in posts:
            for person in self.plan.holders(post, seat):
                cadre = self.cadres[person]
                if set(certificates) <= {*cadre.person.certificates}:
                    found.setdefault(person, Hand(cadre, post, str(seat)))
        return found


@dataclass(frozen=True)
class World:
    """What every process shares."""

    env: Environment
    town: Town
    days: Timetable
    hours: Hours
    county: Hours
    desk: Desk
    record: Record
    pools: Pools
