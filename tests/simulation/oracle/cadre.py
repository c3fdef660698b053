"""People: processes that come and go, work, are called away, and go on."""

from simpy import Interrupt

from simulation.rows import Event
from tests.simulation.oracle.asks import Job


class Cadre:
    """A person, who has one thing in hand at a time."""

    def __init__(self, env, person, index, by_day):
        self.env = env
        self.person = person
        self.index = index
        self.by_day = by_day
        self.hours = by_day
        self.overtime = by_day
        self.present = False
        self.job: Job | None = None
        self.laid_aside: list[Job] = []
        self.idle_since = env.now
        self.bookings = []
        self.pools = []

    def may_work_later(self, by, nights):
        """Allow so much overtime a day, and put down nights on duty."""
        self.hours = self.by_day.with_more(nights)
        self.overtime = self.by_day.longer(by).with_more(nights)

    def come_and_go(self, desk):
        """Be there in one's own working hours (a process)."""
        for opening, closing in self.hours.stretches:
            yield self.env.timeout(opening - self.env.now)
            self.present = True
            desk.see(self)
            yield self.env.timeout(closing - self.env.now)
            self.present = False
            desk.see(self)

    def begin(self, desk, ask, hand, length):
        """Take something in hand."""
        self.job = job = Job(ask, hand, length, self.env.now)
        ask.jobs.append(job)
        ask.piece.people.add(self)
        desk.record.of_job(Event.BEGAN, job, length, since=ask.asked)
        job.process = self.env.process(self.work(desk, job))

    def work(self, desk, job):
        """Work at something until it is done, however often called away (a process)."""
        while True:
            try:
                if job.is_aside:
                    yield job.resumed
                    job.is_aside = False
                yield from self._through_the_days(job)
            except Interrupt as interrupt:
                if interrupt.cause == "cut":
                    return
            else:
                break
        self._tell_of_spell(desk, Event.ENDED, job, job.left)
        job.left = 0
        self.lay_down(desk)
        desk.ended(job.ask)

    def _through_the_days(self, job):
        length = job.left
        if not length:
            return
        for opening, closing in self.hours_for(job).ahead(self.env.now):
            if opening > self.env.now:
                yield self.env.timeout(opening - self.env.now)
            spell = min(length, closing - opening)
            yield self.env.timeout(spell)
            length -= spell
            if not length:
                return
        yield self.env.event()

    def call_away(self, desk, job):
        """Lay aside what is in hand."""
        self.job = None
        done = self.done(job)
        self._tell_of_spell(desk, Event.INTERRUPTED, job, done)
        job.left -= done
        self.laid_aside.append(job)
        job.is_aside, job.resumed = True, self.env.event()
        job.process.interrupt("called away")

    def go_on(self, desk):
        """Go on with what was laid aside last."""
        job = self.laid_aside.pop()
        self.job = job
        desk.record.of_job(Event.RESUMED, job, 0)
        job.since = self.env.now
        job.resumed.succeed()

    def carry_over(self, desk):
        """Split what is in hand in two, last year's part and this year's."""
        if (job := self.job) is not None:
            done = self.done(job)
            self._tell_of_spell(desk, Event.CARRIED, job, done)
            job.left -= done
            job.since = self.env.now
            job.process.interrupt("carried over")

    def cut(self, desk, job):
        """Break something off for good, and tell what was left of it."""
        done = 0
        if self.job is job:
            done = self.done(job)
            self.lay_down(desk)
        else:
            self.laid_aside.remove(job)
        lacking = job.left - done
        self._tell_of_spell(desk, Event.CUT if lacking else Event.ENDED, job, done)
        if lacking and job.ask.errand.kind != "night":
            desk.record.of_job(Event.UNCOVERED, job, job.left - done)
        job.left = 0
        job.process.interrupt("cut")

    def lay_down(self, desk):
        self.job = None
        self.idle_since = self.env.now
        desk.see(self)

    def done(self, job):
        """Return the work done since the present spell began."""
        return self.hours_for(job).between(job.since, self.env.now)

    def hours_for(self, job):
        """Return the hours in which somebody works at something."""
        return self.overtime if job.ask.piece.stream.overtime else self.hours

    def leave_open(self, record, end):
        """Tell what is in hand as the year ends."""
        if (job := self.job) is not None:
            done = self.hours_for(job).between(job.since, end)
            record.of_spell(Event.OPEN, job, done, end)

    def _tell_of_spell(self, desk, event, job, length):
        desk.record.of_spell(event, job, length, self.env.now)
