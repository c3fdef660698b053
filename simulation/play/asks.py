"""What is asked of people: asks for hands, and jobs in hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulation.play.pieces import Piece
from simulation.play.workers import Hand
from simulation.rows import NIGHT

if TYPE_CHECKING:
    from simulation.play.lines import Pool
    from simulation.play.situation import People

Key = tuple[int, ...]
"""How pressing an ask is, the most pressing first: level, priority, when it was
asked, the piece's place among all arrivals, step, part."""


class Ask:
    """Something that takes one or more people of a pool.

    Parameters
    ----------
    piece, step
        Of what it is.
    length
        How long it takes each person, as A-holder.
    level
        Whom it may interrupt.
    on_end
        What happens once the last person has ended.
    kind
        A word for the log: ``work``, ``decision``, ``coverage``, …
    asked
        Since when it waits.
    """

    def __init__(  # noqa: PLR0913 - each caller knows all of these
        self,
        piece: Piece,
        step: int,
        length: int,
        *,
        level: int,
        on_end: Callable[["Ask"], None],
        kind: str,
        asked: int,
    ) -> None:
        self.piece = piece
        self.step = step
        self.length = length
        self.level: int = level
        self.on_end = on_end
        self.kind = kind
        self.asked = asked
        self.part: int = 0
        """Tells apart several asks of one step."""
        self.count: int = 1
        """How many people it takes, all at the same time."""
        self.pool: Pool | None = None
        """Who may do it; none if people are seized for it by name."""
        self.parts: int = 1
        """How many people the step takes apart from each other."""
        self.taken: People = 0
        """Who may not take it, since they have another part of it."""
        self.turns: dict[int, int] | None = None
        """How often people had this duty: those who had it least go first."""
        self.on_begin: Callable[[Ask], None] | None = None
        """What happens once people began it: where a step takes several people apart
        from each other, the next of them is asked then."""
        self.above: tuple[Pool, ...] = ()
        """To whom it goes, one after the other, if nobody of the pool is there."""
        self.key: Key = ()
        self.for_backups: bool = False
        self.waits: bool = False
        self.agreed: bool = False
        self.clash: int | None = None
        """The row of the clash that it waits for, by place in the record."""
        self.left: int = 0
        """How many people haven't ended it."""
        self.jobs: list[Job] = []

    def next_part(self) -> "Ask":
        """Return the ask for the next of the people, apart from those who have it."""
        following = self._anew()
        following.part = self.part + 1
        return following

    def next_up(self) -> "Ask":
        """Return the ask as it goes to the next officer above."""
        following = self._anew()
        following.pool, following.above = self.above[0], self.above[1:]
        return following

    def _anew(self) -> "Ask":
        """Return the same ask, in nobody's hands."""
        anew = Ask(
            self.piece,
            self.step,
            self.length,
            level=self.level,
            on_end=self.on_end,
            kind=self.kind,
            asked=self.asked,
        )
        anew.part, anew.parts, anew.count = self.part, self.parts, self.count
        anew.pool, anew.above, anew.taken = self.pool, self.above, self.taken
        anew.turns, anew.on_begin = self.turns, self.on_begin
        anew.for_backups = self.for_backups
        return anew

    @property
    def is_presence(self) -> bool:
        """Whether it is a day's presence, which can't be put off."""
        return self.kind in _PRESENCE

    def press(self, level: int) -> None:
        """Put the ask on a level, and reckon how pressing it is there."""
        self.level = level
        piece = self.piece
        self.key = (
            -level,
            piece.task.priority,
            self.asked,
            piece.order,
            self.step,
            self.part,
        )


_PRESENCE = frozenset({"coverage", "campaign", NIGHT})


class Job:
    """An ask in one person's hands.

    Parameters
    ----------
    ask, hand
        What, and in whose hands.
    remaining
        How long it still takes.
    since
        When the present spell of work began.
    """

    def __init__(self, ask: Ask, hand: Hand, remaining: int, since: int) -> None:
        self.ask = ask
        self.hand = hand
        self.remaining = remaining
        self.since = since
        self.spells = 0
        """How many spells were begun; an end planned in an earlier one is void."""
        self.there_before = 0
        self.worked_before = 0
        """How long the person had been there when the present spell began, and how
        much of it in working hours."""

    def begin_spell(self, now: int) -> None:
        """Take note that a spell of work begins."""
        worker = self.hand.worker
        self.since = now
        if now <= worker.day_ends:
            self.there_before = worker.there_before + now - worker.came
            self.worked_before = worker.worked_before + now - worker.came
        else:
            self.there_before = worker.was_there(now)
            self.worked_before = worker.worked(now)
