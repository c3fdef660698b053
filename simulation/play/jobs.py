"""Jobs: people begin, are called away, go on, and end."""

from collections.abc import Callable

from simulation.clock import NEVER, of_hours
from simulation.play import events
from simulation.play.asks import Ask, Job
from simulation.play.clashes import Clashes
from simulation.play.stage import Stage
from simulation.play.workers import IDLE, Hand, Worker, binding
from simulation.rows import NIGHT


class Jobs:
    """What people have in hand.

    Parameters
    ----------
    stage
        Clock, people and record.
    clashes
        Where interruptions of another lead's work are told.
    free
        Called with everybody who has nothing in hand any more.
    """

    def __init__(
        self, stage: Stage, clashes: Clashes, free: Callable[[Worker], None]
    ) -> None:
        self._stage = stage
        self._kernel = stage.kernel
        self._situation = stage.situation
        self._clashes = clashes
        self._free = free
        self._backup_speed = stage.settings.backup_speed
        self._handover = of_hours(stage.settings.handover_hours)

    def start(self, ask: Ask, hands: list[Hand]) -> None:
        """Put an ask into people's hands, whatever they have in hand now."""
        ask.waits = False
        ask.left = len(hands)
        for hand in hands:
            worker = hand.worker
            if worker.job is not None:
                self._clashes.interrupting(ask, hand, worker.job)
                self._interrupt(worker, worker.job)
        if ask.clash is not None:
            backup = all(hand.seat == "B" for hand in hands)
            self._clashes.ended(ask, "taken_over" if backup else "waited")
        for hand in hands:
            self._begin(ask, hand)
        if ask.on_begin is not None:
            ask.on_begin(ask)
        if not hands:
            ask.on_end(ask)

    def resume(self, worker: Worker) -> None:
        """Let somebody go on with what was interrupted last."""
        job = worker.suspended.pop()
        self._stage.record_job(events.RESUMED, job, 0)
        self._spell(worker, job)

    def carry_into_year(self) -> None:
        """Split what people have in hand in two: last year's work and this year's."""
        for job in self._stage.jobs_in_hand():
            done = self._done(job)
            self._record_spell(events.CARRIED, job, done)
            job.remaining -= done
            job.begin_spell(self._kernel.now)

    def close(self, ask: Ask) -> None:
        """End a day's presence with the day, begun or not."""
        if ask.waits:
            ask.waits = False
            self._clashes.ended(ask, "dropped")
            self._stage.record_ask(
                events.DROPPED, ask, since=ask.asked, length=ask.length, how=ask.kind
            )
        for job in ask.jobs:
            if job.remaining > 0:
                self._cut(job)
        ask.jobs = []

    def leave_open(self) -> None:
        """Record what people have in hand as the year ends."""
        for job in self._stage.jobs_in_hand():
            self._record_spell(events.OPEN, job, self._done(job))

    def _begin(self, ask: Ask, hand: Hand) -> None:
        worker = hand.worker
        if ask.turns is not None:
            ask.turns[worker.index] = ask.turns.get(worker.index, 0) + 1
        if ask.piece.task.another:
            ask.piece.people |= worker.bit
        if ask.parts > 1:
            ask.taken |= worker.bit
        job = Job(ask, hand, self._length(ask, hand), self._kernel.now)
        ask.jobs.append(job)
        self._stage.record_job(events.BEGAN, job, job.remaining)
        self._spell(worker, job)

    def _length(self, ask: Ask, hand: Hand) -> int:
        """Return how long it takes; a B-holder must be told, and works slower."""
        if hand.seat == "A" or ask.kind not in {"work", "decision"}:
            return ask.length
        return self._handover + round(ask.length / self._backup_speed)

    def _spell(self, worker: Worker, job: Job) -> None:
        worker.job = job
        task = job.ask.piece.task
        worker.bound = binding(job.ask.level, task.priority)
        worker.lead = task.lead
        if worker.is_there:
            self._situation.begin(worker.bit)
        job.spells += 1
        job.begin_spell(self._kernel.now)
        end = job.since + job.remaining
        if end > worker.leaves:
            end = _later_end(job, worker)
        if end < NEVER:
            self._kernel.at(end, self._end, (job, job.spells))

    def _done(self, job: Job) -> int:
        """Return how much working time the present spell has taken so far."""
        worker, now = job.hand.worker, self._kernel.now
        if worker.came <= job.since and now <= worker.leaves:
            return now - job.since
        if job.ask.piece.task.overtime:
            return worker.overtime.between(job.since, now)
        return worker.was_there(now) - job.there_before

    def _record_spell(self, event: int, job: Job, length: int) -> None:
        """Record the end of a spell, and what of it was over time."""
        self._stage.record_job(event, job, length)
        worker = job.hand.worker
        if worker.came <= job.since and self._kernel.now <= worker.day_ends:
            return
        if job.ask.piece.task.overtime or worker.calendar is not worker.hours:
            over = length - (worker.worked(self._kernel.now) - job.worked_before)
            if over > 0 and job.ask.kind != NIGHT:
                self._stage.record_job(events.OVERTIME, job, over)

    def _interrupt(self, worker: Worker, job: Job) -> None:
        done = self._done(job)
        self._record_spell(events.INTERRUPTED, job, done)
        job.remaining -= done
        job.spells += 1
        worker.suspended.append(job)
        self._put_down(worker)

    def _end(self, planned: tuple[Job, int]) -> None:
        job, spell = planned
        if job.spells != spell:
            return
        self._record_spell(events.ENDED, job, job.remaining)
        job.remaining = 0
        job.spells += 1
        self._put_down(job.hand.worker)
        self._free(job.hand.worker)
        job.ask.left -= 1
        if job.ask.left == 0:
            # The collector rests during play: what is over mustn't hold on to itself.
            job.ask.jobs.clear()
            job.ask.on_end(job.ask)

    def _put_down(self, worker: Worker) -> None:
        worker.job = None
        worker.bound = IDLE
        worker.lead = ""
        if worker.is_there:
            self._situation.put_down(worker.bit)

    def _cut(self, job: Job) -> None:
        """Break off a job for good, and record what was left of it."""
        worker = job.hand.worker
        done = 0
        if worker.job is job:
            done = self._done(job)
            self._put_down(worker)
            self._free(worker)
        else:
            worker.suspended.remove(job)
        lacking = job.remaining - done
        self._record_spell(events.CUT if lacking else events.ENDED, job, done)
        job.remaining = 0
        job.spells += 1
        # Whoever has duty at night is there, even if at urgent work.
        if lacking and job.ask.kind != NIGHT:
            self._stage.record_job(events.UNCOVERED, job, lacking)


def _later_end(job: Job, worker: Worker) -> int:
    """Return when somebody who leaves before a job is done will be done with it."""
    if job.ask.piece.task.overtime:
        return worker.overtime.after(job.since, job.remaining)
    return worker.when_back(job.remaining - (worker.leaves - job.since))
