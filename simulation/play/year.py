"""Playing a drawn year of a town under a plan."""

from collections.abc import Mapping
from datetime import date

from scenarios import Plan, Town
from scenarios.language.base import PersonId
from simulation.clock import NEVER, of_hours
from simulation.draw import Year
from simulation.log import Log
from simulation.play import events
from simulation.play.leave import days_away
from simulation.play.nights import Rota, rota, stretches_of
from simulation.play.presence import moments_of
from simulation.play.team_year import Setting, play_team
from simulation.play.teams import Team, teams
from simulation.play.workers import Worker
from simulation.record import NOTHING, Record, of_job
from simulation.timetables import is_in, timetable

DaysAway = Mapping[PersonId, frozenset[date]]


def play(town: Town, plan: Plan, year: Year) -> Log:
    """Play a year, from the warm-up's first day to 31 December.

    Parameters
    ----------
    town
        The town.
    plan
        Who holds which post.
    year
        Everything that chance decides.

    Returns
    -------
    Log
        Every event; nothing is counted here, and nothing drawn.
    """
    away, days = days_away(town, plan, year), timetable(town)
    nights = rota(town, plan, days, away)
    found = teams(town, plan, days)
    workers = [_workers(town, team, away, nights) for team in found]
    moments = moments_of(one for team in workers for one in team.values())
    setting = Setting(town, plan, year, nights, moments, Record())
    for team, people in zip(found, workers, strict=True):
        play_team(setting, people, team.streams)
    _record_absences(town, setting.record, away)
    return Log.of_record(setting.record)


def _workers(
    town: Town, team: Team, away: DaysAway, nights: Rota
) -> dict[PersonId, Worker]:
    """Return the people of a team as they are before the first day."""
    days, stretches = timetable(town), stretches_of(nights)
    overtime = of_hours(town.simulation.overtime_hours)
    found: dict[PersonId, Worker] = {}
    for place, name in enumerate(team.people):
        person = town.people[name]
        found[name] = Worker(
            person,
            place,
            days.calendar(without=away[name] if is_in(person) else {*days.days}),
            stretches.get(name, ()),
            overtime,
            idle_since=days.begin * len(team.people) + place,
        )
    return found


def _record_absences(town: Town, record: Record, away: DaysAway) -> None:
    """Record each working day that somebody was away."""
    days = timetable(town)
    for person in filter(is_in, town.people.values()):
        hand = record.named(person.id, "", "")
        for day in sorted(away[person.id]):
            moment = days.opening(day)
            record.cells += of_job(
                moment, NEVER, days.length, events.AWAY, 0, 0, 0, NOTHING, hand
            )
