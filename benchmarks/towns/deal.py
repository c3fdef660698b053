"""A staffing while it is being dealt: who sits where, and who may sit down yet."""

from collections.abc import Iterator

from benchmarks.towns.parts import Desk, Structure, Worker
from scenarios.language.people import Identity
from scenarios.language.posts import FullTime, PostGrade

MOST_A, MOST_B, MOST_VILLAGES = 3, 3, 2
BACKUP_SHARE = 0.1
MID_LEVEL = {PostGrade.MID_CHIEF, PostGrade.MID_DEPUTY}


class Deal:
    """Who sits where, and the hours that the posts take."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure
        self.holders: dict[str, list[Worker]] = {d.id: [] for d in structure.desks}
        self.backups: dict[str, list[Worker]] = {d.id: [] for d in structure.desks}
        self.held: dict[str, list[Desk]] = {one.id: [] for one in structure.workers}
        self.backed: dict[str, list[Desk]] = {one.id: [] for one in structure.workers}
        self.hours: dict[str, float] = {}

    def hands(self, desk: Desk) -> list[Worker]:
        """Return everybody who sits at a post, as A or as B."""
        return self.holders[desk.id] + self.backups[desk.id]

    def load(self, worker: Worker) -> float:
        """Return the hours a week that all of somebody's posts take."""
        own = sum(self.hours[desk.id] for desk in self.held[worker.id])
        backed = sum(self.hours[desk.id] for desk in self.backed[worker.id])
        return own + BACKUP_SHARE * backed

    def cover(self, worker: Worker) -> float:
        """Return the most hours that somebody's absence adds to a B-holder's week."""
        covers: dict[str, float] = {}
        for desk in self.backed[worker.id]:
            for holder in self.holders[desk.id]:
                more = (1 - BACKUP_SHARE) * self.hours[desk.id]
                covers[holder.id] = covers.get(holder.id, 0) + more
        return max(covers.values(), default=0)

    def may_hold(self, desk: Desk) -> Iterator[Worker]:
        """Yield who may still take an A-seat of a post."""
        for worker in self._of_the_sort(desk):
            held = self.held[worker.id]
            kinds = {desk.full_time, *(one.full_time for one in held)}
            one_only = worker.leader or kinds != {FullTime.NO}
            if len(held) < (1 if one_only else MOST_A) and not self._twice(held, desk):
                yield worker

    def may_back(self, desk: Desk) -> Iterator[Worker]:
        """Yield who may still take a B-seat of a post."""
        away = [holder.away for holder in self.holders[desk.id]]
        share = BACKUP_SHARE * self.hours[desk.id]
        for worker in self._of_the_sort(desk):
            held = self.held[worker.id]
            seasons = {one.season for one in held if one.season}
            if (
                len(self.backed[worker.id]) < MOST_B
                and self.load(worker) + share <= worker.hours
                and worker not in self.hands(desk)
                and desk.season not in seasons
                and not any(worker.away_with(other) for other in away)
                and all(one.full_time is not FullTime.EXCLUSIVE for one in held)
            ):
                yield worker

    def near(self, worker: Worker, desk: Desk) -> int:
        """Return 0 for a post of the unit in hand, 1 for one of the module, else 2."""
        held = self.held[worker.id]
        if any(one.unit == desk.unit for one in held):
            return 0
        module = self.structure.module_of(desk.unit)
        same = (self.structure.module_of(one.unit) == module for one in held)
        return 1 if any(same) else 2

    def _of_the_sort(self, desk: Desk) -> Iterator[Worker]:
        """Yield leaders for the leadership's posts, and dispatched people at home."""
        for worker in self.structure.workers:
            top = desk.unit == self.structure.top
            sent = worker.identity is Identity.DISPATCHED
            home = worker.home == desk.unit
            if home if sent or worker.leader else not top and not desk.stationed:
                yield worker

    def _twice(self, held: list[Desk], desk: Desk) -> bool:
        """Whether somebody would be there twice, chief and deputy, or have too much."""
        villages = sum(one.grade is PostGrade.AGENT for one in held)
        mid = desk.grade in MID_LEVEL and any(
            one.unit == desk.unit and one.grade in MID_LEVEL for one in held
        )
        full = desk.grade is PostGrade.AGENT and villages >= MOST_VILLAGES
        return desk in held or mid or full
