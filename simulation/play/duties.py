"""Duties: places to be covered each working day, and campaigns of many people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from scenarios.language.work import Campaign, Stream
from simulation.calendars import Timetable
from simulation.clock import of_hours
from simulation.log import Event, Row
from simulation.play.asks import Ask, Level, Piece, Task
from simulation.play.desk import Desk
from simulation.play.lines import Pool
from simulation.play.pools import Pools
from simulation.play.stage import Stage


@dataclass(slots=True, eq=False)
class Duty:
    """A stream that asks for people's presence on some days."""

    task: Task
    pool: Pool
    people: int
    length: int
    days: tuple[date, ...]
    kind: str
    turns: dict[int, int] | None = None
    """How often each person had it, where people take turns."""
    numbers: Iterator[int] = field(default_factory=count)


class Duties:
    """Asks for each day's presence as it opens, and ends it as it closes."""

    def __init__(self, stage: Stage, desk: Desk, orders: Iterator[int]) -> None:
        self._stage = stage
        self._desk = desk
        self._orders = orders
        self.open: dict[int, Piece] = {}
        """What is open, by place among all arrivals."""

    def begin(self, duty: Duty) -> None:
        """Put down every day of a duty."""
        for day in duty.days:
            opening = self._stage.days.opening(day)
            self._stage.kernel.at(opening, self._ask, duty)

    def _ask(self, duty: Duty) -> None:
        asks = [self._post(duty) for _ in range(duty.people)]
        length = max(duty.length, self._stage.days.length)
        self._stage.kernel.at(self._stage.kernel.now + length, self._close, asks)

    def _post(self, duty: Duty) -> Ask:
        now = self._stage.kernel.now
        piece = Piece(duty.task, next(duty.numbers), next(self._orders), now)
        self.open[piece.order] = piece
        self._stage.rows.append(
            Row(now, Event.ARRIVED, duty.task.stream, piece.number, lead=duty.task.lead)
        )
        ask = Ask(
            piece,
            step=0,
            part=0,
            length=duty.length,
            level=duty.task.level(Level.DUTY),
            on_end=self._completed,
            kind=duty.kind,
            pool=duty.pool,
            turns=duty.turns,
            asked=now,
        )
        self._desk.post(ask)
        return ask

    def _close(self, asks: list[Ask]) -> None:
        for ask in asks:
            began = not ask.waits
            self._desk.jobs.close(ask)
            if began:
                self._completed(ask)
            else:
                del self.open[ask.piece.order]

    def _completed(self, ask: Ask) -> None:
        piece = ask.piece
        if self.open.pop(piece.order, None) is None:
            return
        self._stage.rows.append(
            Row(
                self._stage.kernel.now,
                Event.COMPLETED,
                piece.task.stream,
                piece.number,
                lead=piece.task.lead,
                since=piece.arrived,
            )
        )


def duty_of(
    stream: Stream, task: Task, pools: Pools, days: Timetable, overtime: int
) -> Duty | None:
    """Return the duty that a stream is, if it is one; `overtime` is allowed a day."""
    longest = days.length + (overtime if task.overtime else 0)
    if stream.coverage is not None:
        cover = stream.coverage
        return Duty(
            task,
            pools.of_posts(cover.post),
            cover.staff,
            min(of_hours(cover.hours_per_day), longest),
            days.days,
            "coverage",
        )
    if stream.campaign is not None:
        campaign = stream.campaign
        return Duty(
            task,
            pools.of(campaign.who),
            campaign.people,
            min(of_hours(campaign.hours_per_day), longest),
            campaign_days(campaign, days),
            "campaign",
            turns={},
        )
    return None


def campaign_days(campaign: Campaign, days: Timetable) -> tuple[date, ...]:
    """Return a campaign's working days, spread evenly where it has but some of them.

    A campaign on some of its days only isn't played before 1 January.
    """
    within = [day for day in days.days if _is_within(campaign, day)]
    if campaign.days is None:
        return tuple(within)
    return _spread([day for day in within if day.year == days.year], campaign.days)


def _is_within(campaign: Campaign, day: date) -> bool:
    place = (day.month, day.day)
    if campaign.from_ <= campaign.to:
        return campaign.from_ <= place <= campaign.to
    return place >= campaign.from_ or place <= campaign.to


def _spread(days: Sequence[date], number: int) -> tuple[date, ...]:
    if number >= len(days):
        return tuple(days)
    return tuple(
        days[(2 * place + 1) * len(days) // (2 * number)] for place in range(number)
    )
