"""People: processes that come and go, work, are called away, and go on."""

from simpy import Interrupt

from simulation.log import Event
from tests.simulation.oracle.asks import Job


class Cadre:
    """A person, who has one thing in hand at a time."""

    def __init__(self, env, person, index, hours):
        self.env = env
        self.person = person
        self.index = index
        self.hours = hours
        self.present = False
        self.job: Job | None = None
        self.laid_aside: list[Job] = []
        self.idle_since = env.now
        self.bookings = []
        self.pools = []

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
        desk.record.of_job(Event.BEGAN, job, length, since=ask.asked)
        job.process = self.env.process(self.work(desk, job))

    def work(self, desk, job):
        """Work at something until it is done, however often called away (a process)."""
        while True:
            try:
                if job.is_aside:
                    yield job.resumed
                    job.is_aside = False
                yield from self._through_the_days(job.left)
            except Interrupt as interrupt:
                if interrupt.cause == "cut":
                    return
            else:
                break
        desk.record.of_job(Event.ENDED, job, job.left)
        job.left = 0
        self.lay_down(desk)
        desk.ended(job.ask)

    def _through_the_days(self, length):
        if not length:
            return
        for opening, closing in self.hours.ahead(self.env.now):
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
        desk.record.of_job(Event.INTERRUPTED, job, done)
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
            desk.record.of_job(Event.CARRIED, job, done)
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
        desk.record.of_job(Event.CUT, job, done)
        if job.left > done:
            desk.record.of_job(Event.UNCOVERED, job, job.left - done)
        job.left = 0
        job.process.interrupt("cut")

    def lay_down(self, desk):
        self.job = None
        self.idle_since = self.env.now
        desk.see(self)

    def done(self, job):
        """Return the work done since the present spell began."""
        return self.hours.between(job.since, self.env.now)
