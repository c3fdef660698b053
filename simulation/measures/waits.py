"""Waiting for decisions, for joint visits, for the county; and places not covered."""

from collections.abc import Iterator

from scenarios.language.steps import ApproveStep, CountyStep, JointStep
from simulation.clock import HOUR
from simulation.measures.intervals import intervals
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally, by_kind
from simulation.officers import officers
from simulation.rows import Event, Row
from simulation.summary import Key


def wait_measures(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield what pieces had to wait for on their way."""
    yield from _decisions(ledger)
    yield from _joint_work(ledger)
    yield from _county(ledger)
    yield from _uncovered(ledger)


def _decisions(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield how long decisions lay before an officer, by stream and by officer."""
    town = ledger.town
    passed = {
        (stream.id, post)
        for stream in town.work.values()
        for step in stream.steps
        if isinstance(step, ApproveStep)
        for _, post in officers(town, stream, step.layer)
    }
    streams, posts = ({pair[place] for pair in passed} for place in (0, 1))
    tally = Tally(
        (
            "town",
            *(f"stream:{stream}" for stream in town.work if stream in streams),
            *(f"lead:{lead}" for lead in town.leads),
            *(f"post:{post}" for post in town.posts if post in posts),
        ),
        unit=HOUR,
    )
    begun = ledger.table(Event.BEGAN)
    decisions = begun.compress(begun["how"] == ledger.code("decision"))
    lay = ledger.working_time.within(intervals(decisions, ledger.streams))
    for codes, lengths in by_kind(lay, decisions["stream"], decisions["post"]):
        stream, post = (ledger.texts[code] for code in codes)
        places = ("town", f"stream:{stream}", f"post:{post}", f"lead:{post}")
        tally.extend(places, lengths)
    yield from tally.means("decision_queue_hours")


def _joint_work(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    places = _with_step(ledger, JointStep)
    failed = Tally(places)
    for row in ledger.this_year(Event.FAILED):
        failed.extend(_of(row), [1])
    yield from failed.sums("joint_attempts_failed")
    waited = _since(ledger, ledger.this_year(Event.MET), places)
    yield from waited.means("joint_wait_days")


def _county(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    places = _with_step(ledger, CountyStep)
    lag = _since(ledger, ledger.this_year(Event.ANSWERED), places)
    yield from lag.means("county_lag_days")


def _since(ledger: Ledger, rows: list[Row], places: list[str]) -> Tally:
    """Return the working days that passed until some rows since what they say."""
    tally = Tally(places, unit=ledger.days.length)
    for row in rows:
        if row.since is not None:
            tally.extend(_of(row), [ledger.calendar.between(row.since, row.at)])
    return tally


def _uncovered(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the hours of presence that lacked: never begun, or broken off."""
    work = ledger.town.work.values()
    streams = [stream.id for stream in work if stream.arrive is None]
    inside = {place for stream in streams for place in ledger.places[stream]}
    places = [
        place for place in ledger.everywhere if place in inside or place == "town"
    ]
    tally = Tally(places, unit=HOUR)
    for row in ledger.this_year(Event.DROPPED, Event.UNCOVERED):
        tally.extend(ledger.places[row.stream], [row.length])
    yield from tally.sums("uncovered_hours")


def _with_step(ledger: Ledger, kind: type[JointStep | CountyStep]) -> list[str]:
    """Return the town and the streams that have a step of a kind."""
    work = ledger.town.work.values()
    having = [
        stream.id
        for stream in work
        if any(isinstance(step, kind) for step in stream.steps)
    ]
    return ["town", *(f"stream:{stream}" for stream in having)]


def _of(row: Row) -> tuple[str, str]:
    return ("town", f"stream:{row.stream}")
