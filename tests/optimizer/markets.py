"""Small markets of people and posts, and every matching of them."""

from itertools import product

from hypothesis import strategies as st

from optimizer.matching.blocking import blocking_pairs
from optimizer.matching.market import Market


def market(wishes, marks, places, settled=(), closed=()):
    """Return a market; wishes are lists of posts, marks lists of people, best first."""
    return Market(
        {who: {post: n for n, post in enumerate(w, 1)} for who, w in wishes.items()},
        {
            (who, post): float(len(best) - n)
            for post, best in marks.items()
            for n, who in enumerate(best)
        },
        dict.fromkeys(marks, 0.0),
        places,
        frozenset(settled),
        frozenset(closed),
    )


@st.composite
def strict_markets(draw, people=4, posts=3):
    """Markets in which nobody is indifferent, on either side."""
    names = [f"p{n}" for n in range(draw(st.integers(1, people)))]
    jobs = [f"q{n}" for n in range(draw(st.integers(1, posts)))]
    wishes = {}
    for who in names:
        order = draw(st.permutations(jobs))
        wishes[who] = order[: draw(st.integers(1, len(jobs)))]
    marks = {post: draw(st.permutations(names)) for post in jobs}
    places = {post: draw(st.integers(0, 2)) for post in jobs}
    pairs = [(who, post) for who in names for post in wishes[who]]
    closed = draw(st.lists(st.sampled_from(pairs), max_size=2))
    return market(wishes, marks, places, closed=closed)


def held(matching):
    """Return a matching as who holds which posts."""
    return {who: (post,) for who, post in matching.items()}


def stable_matchings(given):
    """Yield every matching within the places that no pair blocks, by brute force."""
    people = list(given.wishes)
    for chosen in product(*([None, *given.open_wishes(who)] for who in people)):
        taken = [post for post in chosen if post is not None]
        if any(taken.count(post) > given.places[post] for post in taken):
            continue
        one = {who: post for who, post in zip(people, chosen, strict=True) if post}
        if not any(blocking_pairs(given, held(one))):
            yield one
