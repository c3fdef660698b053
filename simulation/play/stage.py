"""The stage that the year is played on: clock, calendars, people, and the record."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scenarios.language.settings import SimulationSettings
from simulation.calendars import Calendar
from simulation.clock import NEVER
from simulation.play import events
from simulation.play.asks import Ask, Job
from simulation.play.kernel import Kernel
from simulation.play.pieces import Piece
from simulation.play.situation import Situation
from simulation.play.workers import Worker
from simulation.record import Record, of_job, of_piece
from simulation.timetables import Timetable


@dataclass(slots=True, eq=False)
class Stage:
    """What everything in play shares.

    Parameters
    ----------
    kernel
        The clock.
    days
        The town's working days.
    calendar, county
        The town's and the county's working time.
    settings
        How the year is played.
    workers
        Everybody on the roster, by id, in the order of the file.
    record
        What has happened.
    situation
        Who is there, who is busy, and what is waited for.
    """

    kernel: Kernel
    days: Timetable
    calendar: Calendar
    county: Calendar
    settings: SimulationSettings
    workers: dict[str, Worker]
    record: Record
    situation: Situation = field(default_factory=Situation)
    _day: tuple[int, int] = (0, 0)
    """The stretch of the town's working time that was asked for last."""

    @property
    def is_open(self) -> bool:
        """Whether it is the town's working time."""
        return self.calendar.is_open(self.kernel.now)

    def hours_since(self, moment: int) -> int:
        """Return the town's working time since a moment."""
        now = self.kernel.now
        opens, closes = self._day
        if opens <= moment and now <= closes:
            return now - moment
        if self.calendar.is_open(moment):
            self._day = (moment, self.calendar.closing(moment))
        return self.calendar.between(moment, now)

    def hours_ahead(self, length: int) -> int:
        """Return when so much more of the town's working time will have passed."""
        now = self.kernel.now
        opens, closes = self._day
        if opens <= now and now + length <= closes:
            return now + length
        if self.calendar.is_open(now):
            self._day = (now, self.calendar.closing(now))
        return self.calendar.after(now, length)

    def record_piece(
        self, event: int, piece: Piece, *, since: int = NEVER, length: int = 0
    ) -> None:
        """Record what befell a piece as a whole."""
        self.record.cells += of_piece(
            self.kernel.now, since, length, event, piece.number + 1, piece.task.named
        )

    def record_job(self, event: int, job: Job, length: int) -> None:
        """Record what befell a job in somebody's hands."""
        ask = job.ask
        piece, record = ask.piece, self.record
        record.cells += of_job(
            self.kernel.now,
            ask.asked if event == events.BEGAN else job.since,
            length,
            event,
            piece.number + 1,
            ask.step + 1,
            record.code(ask.kind),
            piece.task.named,
            job.hand.named,
        )

    def record_ask(
        self,
        event: int,
        ask: Ask,
        *,
        since: int = NEVER,
        length: int = 0,
        how: str = "",
    ) -> None:
        """Record what befell an ask that nobody has in hand."""
        piece, record = ask.piece, self.record
        post = ask.pool.posts[0] if ask.pool and len(ask.pool.posts) == 1 else ""
        record.cells += of_job(
            self.kernel.now,
            since,
            length,
            event,
            piece.number + 1,
            ask.step + 1,
            record.code(how),
            piece.task.named,
            record.named("", post, ""),
        )

    def jobs_in_hand(self) -> Iterator[Job]:
        """Yield what people have in hand, in the order of the file."""
        return (worker.job for worker in self.workers.values() if worker.job)
