"""What is asked of people: pieces of work, asks for hands, and jobs in hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from scenarios.language.arrivals import Due
from scenarios.language.base import PostId, StreamId
from simulation.log import NIGHT
from simulation.play.situation import People
from simulation.play.workers import Hand

if TYPE_CHECKING:
    from simulation.play.lines import Pool

Key = tuple[int, int, int, int, int, int]
"""How pressing an ask is, the most pressing first: level, priority, when it was
asked, the piece's place among all arrivals, step, part."""


class Level(IntEnum):
    """What may interrupt what: work of a higher level interrupts a lower one."""

    ROUTINE = 0
    DUTY = 1
    """Presence for the day, gatherings, and people called together."""
    APPOINTMENT = 2
    """Joint work at a time that was set."""
    URGENT = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A stream of work, as far as its pieces need to know it."""

    stream: StreamId
    lead: PostId
    """The post that commands it; empty if none does."""
    priority: int
    urgent: bool
    overtime: bool = False
    """Whether who is at it goes on after the working day."""
    due: Due | None = None
    """Its time limit."""

    def level(self, otherwise: Level) -> Level:
        """Return the level of its work, which is higher where it is urgent."""
        return Level.URGENT if self.urgent else otherwise


@dataclass(slots=True, eq=False)
class Piece:
    """One piece of a stream, on its way through the steps."""

    task: Task
    number: int
    order: int
    arrived: int
    stage: int = 0
    left: int = 0
    """Asks of the present stage that haven't ended."""
    people: People = 0
    """Who had a hand in it."""


@dataclass(slots=True, eq=False)
class Ask:
    """Something that takes one or more people of a pool.

    Parameters
    ----------
    piece, step, part
        Of what it is; the part tells apart several asks of one step.
    length
        How long it takes each person, as A-holder.
    level
        Whom it may interrupt.
    on_end
        What happens once the last person has ended.
    kind
        A word for the log: ``work``, ``decision``, ``coverage``, …
    count
        How many people it takes, all at the same time.
    pool
        Who may do it; none if people are seized for it by name.
    parts
        How many people the step takes apart from each other.
    taken
        The set of people who may not take it, since they have another part of it.
    turns
        How often people had this duty: those who had it least go first.
    on_begin
        What happens once people began it: where a step takes several people apart
        from each other, the next of them is asked then.
    above
        To whom it goes, one after the other, if nobody of the pool is there.
    """

    piece: Piece
    step: int
    part: int
    length: int
    level: Level
    on_end: Callable[["Ask"], None]
    kind: str
    count: int = 1
    pool: "Pool | None" = None
    parts: int = 1
    taken: People = 0
    turns: dict[int, int] | None = None
    on_begin: Callable[["Ask"], None] | None = None
    above: tuple["Pool", ...] = ()
    asked: int = 0
    key: Key = (0, 0, 0, 0, 0, 0)
    for_backups: bool = False
    waits: bool = False
    agreed: bool = False
    clash: int | None = None
    jobs: list["Job"] = field(default_factory=list)
    left: int = 0

    def next_part(self) -> "Ask":
        """Return the ask for the next of the people, apart from those who have it."""
        return Ask(
            self.piece,
            self.step,
            self.part + 1,
            self.length,
            self.level,
            self.on_end,
            self.kind,
            pool=self.pool,
            parts=self.parts,
            taken=self.taken,
            on_begin=self.on_begin,
            above=self.above,
            asked=self.asked,
            for_backups=self.for_backups,
        )

    @property
    def is_presence(self) -> bool:
        """Whether it is a day's presence, which can't be put off."""
        return self.kind in {"coverage", "campaign", NIGHT}

    def press(self, level: Level) -> None:
        """Put the ask on a level, and reckon how pressing it is there."""
        self.level = level
        self.key = (
            -level,
            self.piece.task.priority,
            self.asked,
            self.piece.order,
            self.step,
            self.part,
        )


@dataclass(slots=True, eq=False)
class Job:
    """An ask in one person's hands."""

    ask: Ask
    hand: Hand
    remaining: int
    since: int
    """When the present spell of work began."""
    spells: int = 0
    """How many spells were begun; an end planned in an earlier one is void."""
