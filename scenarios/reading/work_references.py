"""What a stream of work names by its id."""

from collections.abc import Iterator

from scenarios.language.steps import JointStep, MeetStep, Pool, Step, WorkStep
from scenarios.language.work import Stream

Path = tuple[str | int, ...]
Named = Iterator[tuple[str, str, Path]]
"""What is named: the sort of thing, its id, and the keys that lead to it."""


def named_in_stream(stream: Stream) -> Named:
    """Yield what a stream names: commanders, posts, pools."""
    at = ("work", stream.id)
    yield from _commander(stream, at)
    for number, step in enumerate(stream.steps):
        yield from _of_step(step, (*at, "steps", number))
    if stream.coverage is not None:
        yield "post", stream.coverage.post, (*at, "coverage", "post")
        if stream.coverage.who is not None:
            yield from _of_pool(stream.coverage.who, (*at, "coverage", "who"))
    if stream.campaign is not None:
        yield from _of_pool(stream.campaign.who, (*at, "campaign", "who"))


def _commander(stream: Stream, at: Path) -> Named:
    commanders = ("module", stream.module), ("unit", stream.unit), ("post", stream.post)
    for sort, commander in commanders:
        if commander is not None:
            yield sort, commander, (*at, sort)


def _of_step(step: Step, at: Path) -> Named:
    match step:
        case WorkStep(who=pool, otherwise=posts):
            yield from _of_pool(pool, (*at, "who"))
            for post in posts:
                yield "post", post, (*at, "otherwise")
        case MeetStep(meet=pool):
            yield from _of_pool(pool, (*at, "meet"))
        case JointStep(joint=parties):
            for post in parties:
                yield "post", post, (*at, "joint")
        case _:
            pass


def _of_pool(pool: Pool, at: Path) -> Named:
    for post in pool.posts:
        yield "post", post, (*at, "posts")
    if pool.unit is not None:
        yield "unit", pool.unit, (*at, "unit")
    if pool.module is not None:
        yield "module", pool.module, (*at, "module")
