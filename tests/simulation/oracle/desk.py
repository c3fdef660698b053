"""The desk: at the end of each moment, what waits is brought to those who may do it."""

from itertools import dropwhile, takewhile

from simulation.clock import of_hours
from simulation.log import Event
from tests.simulation.oracle import hands
from tests.simulation.oracle.asks import DUTY, ROUTINE, Ask
from tests.simulation.oracle.record import under_another_lead


class Desk:
    """A process that settles each moment once nothing else happens in it."""

    def __init__(self, env, settings, hours, record):
        self.env = env
        self.settings = settings
        self.hours = hours
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
        self._serve(pools, _pressing, hands.pressing)
        for cadre in sorted(seen, key=lambda one: one.index):
            if cadre.present and cadre.job is None and cadre.laid_aside:
                cadre.go_on(self)
        self._serve(pools, _routine, hands.idle_holders)
        self._serve(pools, _open_to_backups, hands.idle_anybody)
        agreed, self.agreed = self.agreed, []
        for ask in agreed:
            if ask.waits and (found := hands.giving_way(ask)):
                ask.agreed = True
                self.start(ask, found)
        self._look_at_what_is_new()
        for visit in [*self.atomic]:
            visit.try_at_once()

    def _serve(self, pools, line_of, find):
        """Give what waits hands, the most pressing first."""
        pools, passed_over = [pool for pool in pools if pool.waiting], set()
        while heads := list(_heads(pools, line_of, passed_over)):
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
                self._tell_of_interruption(ask, hand)
                hand.cadre.call_away(self)
        if ask.clash is not None:
            taken_over = all(hand.seat == "B" for hand in found)
            self._end_clash(ask, "taken_over" if taken_over else "waited")
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
        ask.under_way -= 1
        if ask.under_way <= 0:
            ask.errand.left -= 1
            if not ask.errand.left:
                ask.errand.ended.succeed()

    def close(self, ask):
        """End a day's presence, begun or not."""
        if ask.waits:
            ask.waits = False
            ask.pool.waiting.remove(ask)
            self._end_clash(ask, "dropped")
            self.record.of_ask(Event.DROPPED, ask, ask.errand.length)
        for job in ask.jobs:
            if job.left:
                job.hand.cadre.cut(self, job)

    def _tell_of_interruption(self, ask, hand):
        how = "agreed" if ask.agreed else "interrupted"
        if ask.clash is not None:
            self._end_clash(ask, how)
        elif ask.errand.kind != "meeting" and under_another_lead(
            ask.piece, hand.cadre.job
        ):
            ask.clash = self.record.clash(ask, hand, hand.cadre.job)
            self._end_clash(ask, how)

    def _end_clash(self, ask, how):
        if ask.clash is not None:
            self.record.end_clash(ask, ask.clash, how)
            ask.clash = None

    def _meet(self):
        due, self.due = self.due, []
        for visit in due:
            visit.meet()
        if self.hours.open_at(self.env.now):
            meetings, self.meetings = self.meetings, []
            for ask, pool in meetings:
                self.start(ask, hands.everybody_below(pool, ask.level))

    def _look_at_what_is_new(self):
        """See why what was just asked has to wait, once anybody is there to see it."""
        fresh, self.fresh = self.fresh, []
        for ask in fresh:
            if not ask.waits:
                continue
            here = hands.present(ask)
            if here:
                self._look_for_clash(ask, here)
            elif self.hours.open_at(self.env.now):
                self.record.of_ask(Event.BOTH_AWAY, ask)
            else:
                self.fresh.append(ask)

    def _look_for_clash(self, ask, here):
        held = [hand for hand in here if under_another_lead(ask.piece, hand.cadre.job)]
        if not held:
            return
        hand = min(held, key=hands.how_bound)
        job = hand.cadre.job
        ask.clash = self.record.clash(ask, hand, job)
        routine = ask.level == job.ask.level == ROUTINE and ask.count == 1
        if routine and ask.piece.stream.priority < job.ask.piece.stream.priority:
            self.env.process(self._agree(ask))

    def _agree(self, ask):
        """Let two leads agree on whose work goes first (a process)."""
        hours = of_hours(self.settings.coordination_hours)
        moment = self.hours.after(self.env.now, hours)
        if moment is None:
            return
        yield ask.begun | self.env.timeout(moment - self.env.now)
        if ask.waits:
            self.agreed.append(ask)
            self.touch(ask)


def _heads(pools, line_of, passed_over):
    """Yield the most pressing of each line."""
    for pool in pools:
        line = (ask for ask in line_of(pool) if ask not in passed_over)
        if (head := next(line, None)) is not None:
            yield head


def _pressing(pool):
    return takewhile(lambda ask: ask.level > ROUTINE, pool.waiting)


def _routine(pool):
    return dropwhile(lambda ask: ask.level > ROUTINE, pool.waiting)


def _open_to_backups(pool):
    if not pool.holders_present():
        return iter(pool.waiting)
    return (ask for ask in pool.waiting if ask.for_backups)
