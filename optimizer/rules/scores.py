"""Where only listed pairs may be matched, the others may not (双向选择范围)."""

from optimizer.reason import Reason
from optimizer.rule import Refusal, pair_rule
from scenarios import Seat, Town
from scenarios.language.base import PersonId, PostId


def refusal(town: Town) -> Refusal:
    """Return what refuses pairs that aren't listed though they would have to be."""
    listed = {(row.person, row.post) for row in town.scores.rows}

    def refuse(person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        del seat
        if not town.scores.only or (person, post) in listed:
            return None
        return Reason("scores", (f"post:{post}",), (f"person:{person}",))

    return refuse


SCORES = pair_rule("scores", refusal)
