"""The flow: pieces arrive, pass their stages, and are completed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.language.base import StreamId
from simulation.clock import NEVER
from simulation.draw import Luck
from simulation.play import events, levels
from simulation.play.asks import Ask
from simulation.play.desk import Desk
from simulation.play.pieces import Piece, Task
from simulation.play.stage import Stage
from simulation.play.stages import County, Joint, Meeting, StageOfWork, Work
from simulation.play.visits import Visit, Visits


@dataclass(frozen=True, slots=True)
class Course:
    """What the pieces of a stream go through."""

    task: Task
    stages: tuple[StageOfWork, ...]
    luck: Luck
    lengths: tuple[Sequence[int], ...]
    """Of each stage, how long it takes each piece."""


class Flow:
    """Leads every piece from its arrival through its stages."""

    def __init__(
        self, stage: Stage, desk: Desk, courses: Mapping[StreamId, Course]
    ) -> None:
        self._stage = stage
        self._kernel = stage.kernel
        self._desk = desk
        self._visits = Visits(stage, desk)
        self._courses = courses
        self._coming: Sequence[Piece] = merged(courses)
        self._next = 0

    @property
    def number(self) -> int:
        """How many pieces arrive in all."""
        return len(self._coming)

    def open(self) -> list[Piece]:
        """Return what has arrived and isn't completed."""
        return [piece for piece in self._coming[: self._next] if piece.is_open]

    def begin(self) -> None:
        """Put down the first arrival."""
        if self._next < len(self._coming):
            moment = self._coming[self._next].arrived
            self._kernel.at(moment, Flow._arrive, self)

    def _arrive(self) -> None:
        while (
            self._next < len(self._coming)
            and self._coming[self._next].arrived == self._kernel.now
        ):
            piece = self._coming[self._next]
            self._next += 1
            self._stage.record_piece(events.ARRIVED, piece)
            self._advance(piece)
        self.begin()

    def _advance(self, piece: Piece) -> None:
        """Begin the stage that a piece has come to."""
        course = self._courses[piece.task.stream]
        if piece.stage == len(course.stages):
            piece.is_open = False
            self._stage.record_piece(events.COMPLETED, piece, since=piece.arrived)
            return
        stage = course.stages[piece.stage]
        length = course.lengths[piece.stage][piece.number]
        match stage:
            case Work():
                self._work(piece, stage, length)
            case Meeting():
                ask = self._ask(piece, stage, length, "meeting")
                ask.pool = stage.pool
                self._desk.gather(ask)
            case Joint():
                self._visit(piece, stage, length, course.luck)
            case County():
                self._send(piece, length)

    def _work(self, piece: Piece, stage: Work, length: int) -> None:
        ask = self._ask(piece, stage, length, stage.kind)
        ask.pool = stage.pool
        ask.above = stage.above
        if stage.another:
            ask.taken = piece.people
            ask.for_backups = not stage.pool.people_a & ~ask.taken
        if stage.together:
            ask.count = stage.count
        elif stage.count > 1:
            ask.parts = piece.left = stage.count
            ask.on_begin = self._ask_next
        self._desk.post(ask)

    def _ask_next(self, ask: Ask) -> None:
        """Ask for the next of the people whom a step takes apart from each other."""
        if ask.part + 1 < ask.parts:
            self._desk.post(ask.next_part())

    def _visit(self, piece: Piece, stage: Joint, length: int, luck: Luck) -> None:
        step = stage.purpose[0]
        numbers = tuple(
            luck.attendance[step, post][piece.number] for post in stage.spec.joint
        )
        ask = self._ask(piece, stage, length, "joint")
        asked = luck.consent.get(stage.purpose)
        consent = asked[piece.number] if asked else ()
        self._visits.begin(Visit(ask, stage, numbers, consent, self._kernel.now))

    def _send(self, piece: Piece, length: int) -> None:
        self._stage.record_piece(events.SENT, piece, length=length)
        answered = self._stage.county.after(self._kernel.now, length)
        if answered < NEVER:
            self._kernel.at(answered, self._answer, (piece, self._kernel.now))

    def _answer(self, sent: tuple[Piece, int]) -> None:
        piece, since = sent
        self._stage.record_piece(events.ANSWERED, piece, since=since)
        self._go_on(piece)

    def _ask(self, piece: Piece, stage: StageOfWork, length: int, kind: str) -> Ask:
        return Ask(
            piece,
            stage.purpose[0],
            length,
            level=piece.task.level(_LEVELS.get(kind, levels.ROUTINE)),
            on_end=self._ended,
            kind=kind,
            asked=self._kernel.now,
        )

    def _ended(self, ask: Ask) -> None:
        ask.piece.left -= 1
        if ask.piece.left <= 0:
            self._go_on(ask.piece)

    def _go_on(self, piece: Piece) -> None:
        piece.stage += 1
        self._advance(piece)


_LEVELS = {"meeting": levels.DUTY, "joint": levels.APPOINTMENT}


def merged(courses: Mapping[StreamId, Course]) -> tuple[Piece, ...]:
    """Return the pieces of all streams by arrival, streams in the order of the file."""
    coming = sorted(
        (moment, place, number)
        for place, course in enumerate(courses.values())
        for number, moment in enumerate(course.luck.arrivals)
    )
    tasks = [course.task for course in courses.values()]
    return tuple(
        Piece(tasks[place], number, order, moment)
        for order, (moment, place, number) in enumerate(coming)
    )
