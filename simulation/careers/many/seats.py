"""Who holds which chair, in all replications."""

import numpy as np

from scenarios.language.careers import Credit
from simulation.careers.chairs import Level
from simulation.careers.fates import Reason
from simulation.careers.log import Happened
from simulation.careers.luck import Lot
from simulation.careers.many.arrays import NEVER, Counts, Flags
from simulation.careers.many.crowd import NOBODY, Crowd, People
from simulation.careers.many.events import REASONS
from simulation.careers.many.fortunes import exposures
from simulation.careers.many.lines import Chairs

BARS_ALL = 9
"""The duty of those whose duty goes with a title: higher than any other."""


class Seats:
    """The chairs of every replication: a row each, a column a chair.

    Parameters
    ----------
    crowd
        Everybody.

    Attributes
    ----------
    moves, chains
        How many appointments chains of vacancies led to, and how many chains led to
        any, by replication.
    """

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.chairs = Chairs.of(crowd.setting)
        shape = len(crowd.present), len(crowd.setting.chairs)
        self.holder: Counts = np.full(shape, NOBODY, np.int32)
        self.left_by: Counts = np.full(shape, NOBODY, np.int32)
        self.ends: Counts = np.full(shape, NEVER, np.int32)
        self.vacant: Flags = np.zeros(shape, np.bool_)
        self.moved: Flags = np.zeros(shape, np.bool_)
        self.sittings: Counts = np.zeros(shape, np.int32)
        self.moves: Counts = np.zeros(shape[0], np.int32)
        self.chains: Counts = np.zeros(shape[0], np.int32)

    def begin(self) -> None:
        """Give out the chairs on the eve, and declare the others vacant."""
        setting, size = self.crowd.setting, len(self.holder)
        rows = np.arange(size)
        for number, chair in enumerate(setting.chairs):
            if chair.id in setting.holders:
                line = setting.places[setting.holders[chair.id]]
                at = rows, np.full(size, line)
                self.take(at, np.full(size, number), setting.conditions.start - 1, 0)
        self.vacant = (self.holder == NOBODY) & ~self.chairs.lapses

    def take(
        self, at: People, chair: Counts, now: int, candidates: Counts | int
    ) -> None:
        """Give some people a chair each; what it takes the place of falls vacant."""
        crowd, chairs, rows = self.crowd, self.chairs, at[0]
        titled, duty = chairs.titled[chair], chairs.duty[chair]
        in_chain = titled & self.vacant[rows, chair]
        self.moves += np.bincount(rows[in_chain], minlength=len(self.moves))
        first = in_chain & ~self.moved[rows, chair]
        self.chains += np.bincount(rows[first], minlength=len(self.chains))
        self.vacant[rows, chair] = False
        self._settle(at, now)
        old_title = crowd.title_chair[at]
        gives_title = titled & (old_title != NOBODY)
        self._free(_of(at, gives_title), old_title[gives_title], now, moved=True)
        old_duty = crowd.duty_chair[at]
        gives_duty = (duty > 0) & (old_duty != NOBODY)
        self._free(_of(at, gives_duty), old_duty[gives_duty], now, moved=False)
        self._put(_of(at, titled), chair[titled])
        with_duty = duty > 0
        self._put_duty(_of(at, with_duty), chair[with_duty])
        crowd.earning[at] = self._earning(at)
        self.holder[rows, chair] = at[1]
        self.sittings[rows, chair] += 1
        self.ends[rows, chair] = self._ends(rows, chair, now)
        crowd.journal.note(
            Happened.SEATED, now, crowd.who(at), of=chair, candidates=candidates
        )

    def leave(self, at: People, reason: Reason | Counts, now: int) -> None:
        """Let some people go, each once in a replication at a time."""
        crowd = self.crowd
        if not len(at[0]):
            return
        led = crowd.held[at] == Level.LEADER
        self._settle(at, now)
        for chair_of in (crowd.title_chair, crowd.duty_chair):
            chair = chair_of[at]
            held = chair != NOBODY
            self._free(_of(at, held), chair[held], now, moved=False)
            self.left_by[at[0][held], chair[held]] = at[1][held]
        crowd.present[at] = False
        number = reason if isinstance(reason, np.ndarray) else REASONS.index(reason)
        crowd.journal.note(Happened.LEFT, now, crowd.who(at), of=number)
        self.replace(_of(at, ~led))

    def replace(self, at: People) -> None:
        """Put those on the list who are replaced, if luck will have it."""
        crowd = self.crowd
        lots = crowd.fortunes.lots(*at, crowd.generation[at])
        share = crowd.conditions.replace_share
        crowd.to_replace[at] = lots[:, Lot.REPLACED] < share

    def end_terms(self, at: People, chair: Counts, now: int) -> None:
        """End the time of some people in a mid-level chair each."""
        crowd = self.crowd
        rest = now + crowd.conditions.term
        crowd.rests[self.chairs.kind[chair], at[0], at[1]] = rest
        self._settle(at, now)
        self._free(at, chair, now, moved=False)
        crowd.earning[at] = self._earning(at)

    def _free(
        self,
        at: People,
        chair: Counts,
        now: int,
        *,
        moved: bool,
    ) -> None:
        """Let chairs fall vacant, and note whether their chain has moved anybody."""
        crowd, rows = self.crowd, at[0]
        if not len(rows):
            return
        self.holder[rows, chair] = self.left_by[rows, chair] = NOBODY
        self.ends[rows, chair] = NEVER
        self.vacant[rows, chair] = ~self.chairs.lapses[chair]
        self.moved[rows, chair] = moved
        no_title = crowd.title_chair[at] == chair
        no_duty = crowd.duty_chair[at] == chair
        for gone, cleared in (
            (no_title, (crowd.held,)),
            (no_duty, (crowd.duty, crowd.duty_bars)),
        ):
            for one in cleared:
                one[_of(at, gone)] = 0
        crowd.title_chair[_of(at, no_title)] = NOBODY
        crowd.duty_chair[_of(at, no_duty)] = NOBODY
        crowd.journal.note(Happened.UNSEATED, now, crowd.who(at), of=chair)

    def _put(self, at: People, chair: Counts) -> None:
        crowd, level = self.crowd, self.chairs.level[chair]
        crowd.title_chair[at], crowd.held[at] = chair, level
        crowd.highest[at] = np.maximum(crowd.highest[at], level)
        crowd.titles[at] |= 1 << level

    def _put_duty(self, at: People, chair: Counts) -> None:
        crowd, chairs = self.crowd, self.chairs
        crowd.duty_chair[at], crowd.duty[at] = chair, chairs.duty[chair]
        bars = np.where(chairs.titled[chair], BARS_ALL, chairs.level[chair])
        crowd.duty_bars[at] = bars

    def _settle(self, at: People, now: int) -> None:
        """Book the credit so far."""
        crowd = self.crowd
        months, earning = now - crowd.since[at], crowd.earning[at]
        crowd.chief[at] += months * (earning == Level.MID_CHIEF)
        crowd.deputy[at] += months * (earning == Level.MID_DEPUTY)
        crowd.since[at] = now

    def _earning(self, at: People) -> Counts:
        """Return the level at which chairs earn, as `points.credited` does."""
        crowd, policy = self.crowd, self.crowd.conditions.policy
        held, duty = crowd.held[at], crowd.duty[at]
        title = np.where(held == Level.LEADER, 0, held)
        level = {
            Credit.APPOINTED_TITLE: title,
            Credit.OPERATING_POST: duty,
            Credit.EITHER: np.maximum(title, duty),
        }[policy.credit]
        if policy.deputies_count:
            return level
        return np.where(level == Level.MID_DEPUTY, 0, level)

    def _ends(self, rows: Counts, chair: Counts, now: int) -> Counts:
        """Return when the time in chairs ends, as the play's `sit` does."""
        sittings, rate = self.sittings[rows, chair], self.chairs.turnover[chair]
        numbers = self.crowd.fortunes.tenures(rows, chair, sittings)
        falls = rate > 0
        months = np.full(len(rows), float(NEVER))
        months[falls] = np.ceil(exposures(numbers[falls]) / rate[falls]) - 1
        whole = np.clip(months, 0, NEVER).astype(np.int32)
        ends: Counts = now + 1 + np.minimum(whole, self.chairs.longest[chair] - 1)
        return ends


def _of(at: People, those: Flags) -> People:
    return at[0][those], at[1][those]
