"""The desk: at the end of each moment, what waits is brought to those who may do it."""

from simulation.clock import of_hours
from simulation.rows import Event
from tests.simulation.oracle import clashes, hands, lines
from tests.simulation.oracle.asks import DUTY, Ask


class Desk:
    """A process that settles each moment once nothing else happens in it."""

    def __init__(self, env, settings, hours, record, *, day):
        self.env = env
        self.settings = settings
        self.hours = hours
        self.day = day
        self.record = record
        self.seen, self.touched = set(), set()
        self.fresh, self.agreed, self.meetings = [], [], []
        self.due, self.atomic = [], []
        self.news = env.event()

    def settle_every_moment(self):
        """Wait for news, and for the moment's last event (a process)."""
        while True:
            yield self.news
            while self.env.peek() == self.env.now:
                yield self.env.timeout(0)
            self.news = self.env.event()
            self._settle()

    def look_again(self):
        if not self.news.triggered:
            self.news.succeed()

    def see(self, cadre):
        """Take note that somebody came, left, or has nothing in hand any more."""
        self.seen.add(cadre)
        self.look_again()

    def touch(self, ask):
        """Take note that more people may take an ask than before."""
        self.touched.add(ask.pool)
        self.look_again()

    def post(self, errand, pool, *, part=0, asked=None, for_backups=False):
        """Ask a pool for hands."""
        asked = self.env.now if asked is None else asked
        ask = Ask(errand, pool, asked, self.env.event(), part, errand.level)
        at_once = self.settings.patience_hours == 0
        if at_once and errand.count > 1:
            ask.level = max(ask.level, DUTY)
        ask.for_backups = at_once or for_backups or ask.is_presence
        pool.push(ask)
        self.fresh.append(ask)
        self.touch(ask)
        if not ask.is_presence and (pool.backups or ask.count > 1):
            self.env.process(self._be_patient(ask))
        return ask

    def _be_patient(self, ask):
        """Open an ask to backups unless it begins before (a process)."""
        patience = of_hours(self.settings.patience_hours)
        moment = self.hours.after(self.env.now, patience)
        if moment is None:
            return
        yield ask.begun | self.env.timeout(moment - self.env.now)
        if ask.waits and not ask.for_backups:
            ask.pool.waiting.remove(ask)
            if ask.count > 1:
                ask.level = max(ask.level, DUTY)
            ask.for_backups = True
            ask.pool.push(ask)
            self.touch(ask)

    def gather(self, ask, pool):
        """Call together everybody who is there in working time."""
        self.meetings.append((ask, pool))
        self.look_again()

    def _settle(self):
        seen, self.seen = self.seen, set()
        pools = self.touched.union(*(cadre.pools for cadre in seen))
        self.touched = set()
        self._meet()
        self._serve(pools, lines.pressing, hands.pressing)
        for cadre in sorted(seen, key=lambda one: one.index):
            if cadre.present and cadre.job is None and cadre.laid_aside:
                cadre.go_on(self)
        self._serve(pools, lines.routine, hands.idle_holders)
        self._serve(pools, lines.open_to_backups, hands.idle_anybody)
        agreed, self.agreed = self.agreed, []
        for ask in agreed:
            if ask.waits and (found := hands.giving_way(ask)):
                ask.agreed = True
                self.start(ask, found)
        fresh, self.fresh = self.fresh, []
        self.fresh += [
            ask for ask in fresh if ask.waits and not clashes.look(self, ask)
        ]
        for visit in [*self.atomic]:
            visit.try_at_once()

    def _serve(self, pools, line_of, find):
        """Give what waits hands, the most pressing first."""
        pools = [pool for pool in pools if pool.waiting]
        passed_over: set[Ask] = set()
        while heads := list(lines.heads(pools, line_of, passed_over)):
            ask = min(heads, key=lambda one: one.key)
            if found := find(ask):
                self.start(ask, found)
            elif ask.level or ask.count > 1 or ask.errand.taken:
                passed_over.add(ask)
            else:
                pools.remove(ask.pool)

    def start(self, ask, found):
        """Put an ask in people's hands, whatever they have in hand."""
        if ask.pool is not None:
            ask.pool.waiting.remove(ask)
        ask.waits = False
        ask.under_way = len(found)
        for hand in found:
            if hand.cadre.job is not None:
                clashes.interrupting(self, ask, hand)
                hand.cadre.call_away(self, hand.cadre.job)
        if ask.clash is not None:
            taken_over = all(hand.seat == "B" for hand in found)
            clashes.end(self, ask, "taken_over" if taken_over else "waited")
        for hand in found:
            self._begin(ask, hand)
        ask.begun.succeed()
        errand = ask.errand
        if ask.part + 1 < errand.parts:
            self.post(
                errand,
                ask.pool,
                part=ask.part + 1,
                asked=ask.asked,
                for_backups=ask.for_backups,
            )
        if not found:
            self.ended(ask)

    def _begin(self, ask, hand):
        errand, length = ask.errand, ask.errand.length
        if errand.turns is not None:
            errand.turns[hand.cadre] = errand.turns.get(hand.cadre, 0) + 1
        if errand.parts > 1:
            errand.taken.add(hand.cadre)
        if hand.seat == "B" and errand.kind in {"work", "decision"}:
            slower = round(length / self.settings.backup_speed)
            length = of_hours(self.settings.handover_hours) + slower
        hand.cadre.begin(self, ask, hand, length)

    def ended(self, ask):
        """Take note that one of an ask's people has ended."""
        errand = ask.errand
        ask.under_way -= 1
        if ask.under_way <= 0:
            errand.left -= 1
            if not errand.left:
                errand.ended.succeed(value=True)

    def close(self, ask):
        """End a day's presence, begun or not."""
        if ask.waits:
            ask.waits = False
            ask.pool.waiting.remove(ask)
            clashes.end(self, ask, "dropped")
            self.record.of_ask(Event.DROPPED, ask, ask.errand.length)
        for job in ask.jobs:
            job.hand.cadre.cut(self, job)
        ask.errand.ended.succeed(value=bool(ask.jobs))

    def _meet(self):
        due, self.due = self.due, []
        for visit in sorted(due, key=lambda one: one.key):
            visit.meet()
        if self.hours.open_at(self.env.now):
            meetings, self.meetings = self.meetings, []
            for ask, pool in meetings:
                self.start(ask, hands.everybody_below(pool, ask.level))
