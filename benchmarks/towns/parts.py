"""What an invented town is made of, before anybody sits anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scenarios.language.people import Identity
from scenarios.language.posts import FullTime, PostGrade


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody of the roster; ``home`` is the unit that carries them."""

    id: str
    home: str
    identity: Identity
    hours: int
    leader: bool = False
    away: str = ""
    """Days of leave, ``from/to``; nobody is away over the end of a month."""

    def away_with(self, other: str) -> bool:
        """Whether a day of leave is also one of another's."""
        mine, theirs = self.away.split("/"), other.split("/")
        return len(mine) == len(theirs) == 2 and (
            mine[0] <= theirs[1] and theirs[0] <= mine[1]
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """A post."""

    id: str
    unit: str
    grade: PostGrade = PostGrade.STAFF
    seats: int = 1
    season: str = ""
    full_time: FullTime = FullTime.NO
    stationed: bool = False
    """Whether it is a dispatched station's."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; ``module`` is 0 for the leadership, which has none."""

    id: str
    kind: str
    module: int


@dataclass(frozen=True)
class Structure:
    """What there is to be staffed, and by whom; all ids begin with the prefix."""

    prefix: str
    units: tuple[Unit, ...]
    desks: tuple[Desk, ...]
    workers: tuple[Worker, ...]

    @cached_property
    def modules(self) -> Mapping[str, int]:
        """The number of each unit's module."""
        return {unit.id: unit.module for unit in self.units}

    @property
    def top(self) -> str:
        """The unit of the leadership."""
        return self.units[0].id

    def module_of(self, unit: str) -> int:
        """Return the number of the module of a unit."""
        return self.modules[unit]
