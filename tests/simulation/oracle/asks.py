"""What is asked, of whom, and who has it in hand."""

from bisect import insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simpy import Event, Process

from scenarios.language.work import Stream

if TYPE_CHECKING:
    from tests.simulation.oracle.cadre import Cadre

ROUTINE, DUTY, APPOINTMENT, URGENT = range(4)


@dataclass(eq=False)
class Piece:
    """A piece of a stream of work."""

    stream: Stream
    lead: str
    number: int
    order: int
    arrived: int
    people: set["Cadre"] = field(default_factory=set)
    """Who had a hand in it."""


@dataclass(frozen=True, eq=False)
class Hand:
    """A person, by the post and the seat that they would take something by."""

    cadre: "Cadre"
    post: str
    seat: str


class Pool:
    """Holders and backups of some posts, and what waits for them."""

    def __init__(self, posts, holders, backups):
        self.posts = posts
        self.holders = holders
        self.backups = backups
        self.waiting = []
        for hand in (*holders, *backups):
            hand.cadre.pools.append(self)

    def holders_present(self):
        return sum(hand.cadre.present for hand in self.holders)

    def push(self, ask):
        insort(self.waiting, ask, key=lambda one: one.key)


@dataclass(eq=False)
class Errand:
    """A step of a piece: one ask, or as many as people do it apart from each other."""

    piece: Piece
    step: int
    length: int
    level: int
    kind: str
    ended: Event
    """An event that the piece waits for."""
    count: int = 1
    parts: int = 1
    taken: set["Cadre"] = field(default_factory=set)
    turns: "dict[Cadre, int] | None" = None
    above: list[Pool] = field(default_factory=list)
    """To whom it goes, one after the other, if nobody of the pool is there."""
    left: int = 0

    def __post_init__(self):
        self.left = self.parts


@dataclass(eq=False)
class Ask:
    """A part of an errand that waits for hands, or is in them."""

    errand: Errand
    pool: Pool | None
    asked: int
    begun: Event
    """An event; it has happened once people have it in hand."""
    part: int = 0
    level: int = ROUTINE
    for_backups: bool = False
    waits: bool = True
    agreed: bool = False
    clash: dict[str, object] | None = None
    jobs: list["Job"] = field(default_factory=list)
    under_way: int = 0

    @property
    def piece(self):
        return self.errand.piece

    @property
    def count(self):
        return self.errand.count

    @property
    def key(self):
        """How pressing it is: level, priority, who asked first, who came first."""
        piece = self.piece
        return (
            -self.level,
            piece.stream.priority,
            self.asked,
            piece.order,
            self.errand.step,
            self.part,
        )

    @property
    def is_presence(self):
        return self.errand.kind in {"coverage", "campaign", "night"}


@dataclass(eq=False)
class Job:
    """An ask in one person's hands."""

    ask: Ask
    hand: Hand
    left: int
    since: int
    process: Process = field(init=False)
    is_aside: bool = False
    resumed: Event = field(init=False)
    """The event that somebody who was called away waits for."""
