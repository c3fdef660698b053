"""Nearly by hand: seat after seat goes to whoever costs least and may have it."""

from optimizer.audit import audit, goal_of
from optimizer.build import refused
from optimizer.goals.clashes import CLASHES
from optimizer.goals.fit import PointsLost
from optimizer.goals.wishes import Regret
from optimizer.meeting import Work
from optimizer.rules import RULES
from scenarios import Assignment, Plan, Seat, Town

NOBODY = Plan.of(())


def greedy(town: Town, start: Plan = NOBODY) -> Plan:
    """Fill the seats that are empty yet, those with the fewest candidates first.

    Nobody sits down to whom the rules then object; so seats may stay empty.
    """
    prices, closed = Prices(town), refused(town, RULES)
    plan = Plan.of(
        {
            *start,
            *(
                Assignment(post, Seat.A, person)
                for post, people in town.pins.items()
                for person in people
            ),
        }
    )
    for seat in Seat:
        open_to = {
            post: [
                one for one in town.people if Assignment(post, seat, one) not in closed
            ]
            for post in town.posts
        }
        for post in sorted(open_to, key=lambda one: len(open_to[one])):
            places = (
                town.posts[post].seats if seat is Seat.A else town.posts[post].backups
            )
            for _ in range(places - len(plan.holders(post, seat))):
                candidates = [Assignment(post, seat, one) for one in open_to[post]]
                plan = _seated(town, plan, prices, candidates)
    return plan


def _seated(
    town: Town, plan: Plan, prices: "Prices", candidates: list[Assignment]
) -> Plan:
    """Return the plan with the cheapest candidate whom no rule objects to."""
    before = set(audit(town, plan))
    for one in sorted(candidates, key=lambda one: (prices.of(one, plan), one)):
        taken = {*plan.holders(one.post, Seat.A), *plan.holders(one.post, Seat.B)}
        if one.person not in taken:
            seated = Plan.of({*plan, one})
            if before.issuperset(audit(town, seated)):
                return seated
    return plan


class Prices:
    """What it adds to a town's weighted sum to seat one person more."""

    def __init__(self, town: Town) -> None:
        self._work, self._lost, self._regret = (
            Work(town),
            PointsLost(town),
            Regret(town),
        )
        self._today = Plan.today(town).assignments
        self._price = {
            key: weight * CLASHES.scale // goal_of(key).scale
            for key, weight in town.goals.weights.items()
        }

    def of(self, one: Assignment, plan: Plan) -> int:
        """Return the price of one more assignment."""
        clashes = sum(
            self._work.of(one.person, one.post, one.seat)
            * self._work.of(one.person, other, seat)
            * self._work.together(one.post, other)
            for seat in Seat
            for other in plan.posts_of(one.person, seat)
        )
        if one.seat is Seat.B:
            return self._price["clashes"] * clashes
        return (
            self._price["clashes"] * clashes
            + self._price["fit"] * self._lost.by(one.person, one.post)
            + self._price["wishes"] * self._regret.of(one.person, one.post)
            - self._price["moves"] * (one in self._today)
        )
