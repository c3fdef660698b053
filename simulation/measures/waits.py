"""Waiting for decisions, for joint visits, for the county; and places not covered."""

from collections.abc import Iterator

from simulation.clock import HOUR
from simulation.log import Event, Row
from simulation.measures.ledger import Ledger
from simulation.measures.tally import Tally
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
    leads = {*town.leads}
    places = [f"stream:{stream}" for stream in town.work]
    posts = [f"post:{post}" for post in town.posts]
    tally = Tally(["town", *places, *(f"lead:{lead}" for lead in town.leads), *posts])
    for row in ledger.this_year(Event.BEGAN):
        if row.how == "decision" and row.since is not None:
            hours = ledger.hours(row.since, row.at)
            tally.add(("town", f"stream:{row.stream}", f"post:{row.post}"), hours)
            if row.post in leads:
                tally.add((f"lead:{row.post}",), hours)
    decided = {row.post for row in ledger.rows[Event.BEGAN] if row.how == "decision"}
    for key, value in tally.means("decision_queue_hours"):
        kind, _, of = key[1].partition(":")
        if kind != "post" or of in decided:
            yield key, value


def _joint_work(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    streams = [
        stream.id for stream in ledger.town.work.values() if _is_joint(stream.steps)
    ]
    places = ["town", *(f"stream:{stream}" for stream in streams)]
    failed, waited = Tally(places), Tally(places)
    for row in ledger.this_year(Event.FAILED):
        failed.add(_of(row))
    for row in ledger.this_year(Event.MET):
        if row.since is not None:
            waited.add(_of(row), ledger.days_between(row.since, row.at))
    yield from failed.sums("joint_attempts_failed")
    yield from waited.means("joint_wait_days")


def _is_joint(steps: tuple[object, ...]) -> bool:
    return any(hasattr(step, "joint") for step in steps)


def _county(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    work = ledger.town.work.values()
    streams = [
        stream.id
        for stream in work
        if any(hasattr(step, "county") for step in stream.steps)
    ]
    lag = Tally(["town", *(f"stream:{stream}" for stream in streams)])
    for row in ledger.this_year(Event.ANSWERED):
        if row.since is not None:
            lag.add(_of(row), ledger.days_between(row.since, row.at))
    yield from lag.means("county_lag_days")


def _uncovered(ledger: Ledger) -> Iterator[tuple[Key, float]]:
    """Yield the hours of presence that lacked: never begun, or broken off."""
    streams = [stream for stream in ledger.town.work if ledger.everyday(stream)]
    inside = {place for stream in streams for place in ledger.places[stream]}
    places = [
        place for place in ledger.everywhere if place in inside or place == "town"
    ]
    tally = Tally(places)
    for row in ledger.this_year(Event.DROPPED, Event.UNCOVERED):
        tally.add(ledger.places[row.stream], row.length / HOUR)
    yield from tally.sums("uncovered_hours")


def _of(row: Row) -> tuple[str, str]:
    return ("town", f"stream:{row.stream}")
