"""Streams of work that no hands are there for, and keys that do nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.advice.advice import Advice, about
from scenarios import Plan, Seat, Town
from scenarios.language.arrivals import Arrival
from scenarios.language.base import PostId
from scenarios.language.steps import JointStep, MeetStep, Step, WorkStep
from scenarios.language.work import Stream


@dataclass(frozen=True, slots=True)
class _Call:
    """Hands that a piece of work calls for at one time."""

    posts: tuple[PostId, ...]
    certificates: tuple[str, ...]
    hands: int


def work_without_hands(town: Town) -> Iterator[Advice]:
    """Yield streams that nobody can do, and parts of arrivals that have no effect."""
    found: dict[str, list[str]] = {}
    today = Plan.today(town) if town.staffing == "today" else None
    for stream in town.work.values():
        for key in sorted(_troubles(town, stream, today)):
            found.setdefault(key, []).append(stream.id)
    for key, streams in found.items():
        yield Advice(key, about("stream", streams))


def _troubles(town: Town, stream: Stream, today: Plan | None) -> set[str]:
    calls = _calls(town, stream)
    troubles = {
        trouble
        for call in calls
        if (trouble := _trouble(town, call, today)) is not None
    }
    if stream.arrive is not None:
        troubles |= _without_effect(stream.arrive)
    return troubles


def _trouble(town: Town, call: _Call, today: Plan | None) -> str | None:
    """Return what keeps a call from being answered, if anything."""
    posts = [town.posts[post] for post in call.posts]
    hands = sum(post.seats + post.backups for post in posts)
    if not hands:
        return "stream_without_posts"
    if call.certificates and _certified(town, call.certificates) < call.hands:
        return "stream_without_certified"
    if min(hands, len(town.people)) < call.hands:
        return "stream_beyond_hands"
    if today is not None and not any(
        today.holders(post, seat) for post in call.posts for seat in Seat
    ):
        return "stream_nobody_today"
    return None


def _certified(town: Town, certificates: tuple[str, ...]) -> int:
    needed = set(certificates)
    return sum(needed <= set(one.certificates) for one in town.people.values())


def _calls(town: Town, stream: Stream) -> list[_Call]:
    calls = [call for step in stream.steps for call in _calls_of(town, step)]
    if stream.coverage is not None:
        who = stream.coverage.who
        posts = (stream.coverage.post,) if who is None else town.posts_of_pool(who)
        certificates = () if who is None else who.certificates
        calls.append(_Call(posts, certificates, stream.coverage.staff))
    if stream.campaign is not None:
        who = stream.campaign.who
        posts = town.posts_of_pool(who)
        calls.append(_Call(posts, who.certificates, stream.campaign.people))
    return calls


def _calls_of(town: Town, step: Step) -> list[_Call]:
    match step:
        case WorkStep(who=pool):
            together = pool.count if pool.together else 1
            return [_Call(town.posts_of_pool(pool), pool.certificates, together)]
        case MeetStep(meet=pool):
            return [_Call(town.posts_of_pool(pool), pool.certificates, 1)]
        case JointStep(joint=parties):
            return [_Call((post,), (), 1) for post in parties]
        case _:
            return []


def _without_effect(arrive: Arrival) -> set[str]:
    """Return the advice on keys that stand beside a form of arrival in vain."""
    by_chance = arrive.per_year is not None or arrive.per_hour is not None
    vain = {
        "season_without_effect": arrive.season is not None
        and arrive.per_year is None
        and arrive.season_days is None,
        "on_without_effect": arrive.on is not None and arrive.every is None,
        "number_without_effect": arrive.number > 1 and by_chance,
        "stream_never_comes": arrive.per_year == 0 or arrive.per_hour == 0,
    }
    return {key for key, so in vain.items() if so}
