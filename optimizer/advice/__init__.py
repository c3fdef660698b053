"""What a colleague would point out in a scenario without faults, a topic a file."""

from collections.abc import Callable, Iterator

from optimizer.advice.advice import Advice
from optimizer.advice.demand import overfull_posts
from optimizer.advice.figures import unusual_figures
from optimizer.advice.matters import doubtful_matters
from optimizer.advice.people import doubtful_people
from optimizer.advice.posts import hard_to_fill
from optimizer.advice.sums import more_than_people_can_do
from optimizer.advice.today import strained_today
from optimizer.advice.units import loose_ends
from optimizer.advice.work import work_without_hands
from scenarios import Town

TOPICS: tuple[Callable[[Town], Iterator[Advice]], ...] = (
    hard_to_fill,
    more_than_people_can_do,
    work_without_hands,
    overfull_posts,
    strained_today,
    loose_ends,
    doubtful_people,
    doubtful_matters,
    unusual_figures,
)
"""Every topic, the weightiest first."""


def advice(town: Town) -> tuple[Advice, ...]:
    """Return all that a colleague would point out, in the order of the topics."""
    return tuple(one for topic in TOPICS for one in topic(town))
