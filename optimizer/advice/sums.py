"""More seats or hours than the people together can hold."""

from collections.abc import Iterator

from optimizer.advice.advice import Advice
from optimizer.rules.max_posts import most_posts
from optimizer.settings import mode_of
from scenarios import Town
from scenarios.language.rules import Mode


def more_than_people_can_do(town: Town) -> Iterator[Advice]:
    """Yield what the posts ask in sum and the people can't give in sum."""
    people, posts = town.people.values(), town.posts.values()
    if not people:
        if posts:
            yield Advice("no_people")
        return
    if mode_of(town, "max_posts") is not Mode.OFF:
        seats = sum(post.seats for post in posts)
        yield from _beyond(
            "seats_beyond_people", seats, sum(most_posts(town, one) for one in people)
        )
    if mode_of(town, "backup") is not Mode.OFF:
        backups = sum(post.backups for post in posts)
        most = town.rules.backup.most * len(people)
        yield from _beyond("backups_beyond_people", backups, most)
    if mode_of(town, "workload") is not Mode.OFF:
        limits = town.rules.workload
        asked = sum(
            post.hours * (post.seats + post.backups * limits.backup_share)
            for post in posts
        )
        there = sum(one.hours for one in people) * limits.most_share
        yield from _beyond("hours_beyond_people", asked, there)


def _beyond(key: str, asked: float, there: float) -> Iterator[Advice]:
    if asked > there:
        yield Advice(key, values={"asked": asked, "there": there})
