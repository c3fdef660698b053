"""Members of the leadership team hold leadership posts, and no posts of the staff."""

from optimizer.reason import Reason
from optimizer.rule import Refusal, pair_rule
from scenarios import Seat, Town
from scenarios.language.base import PersonId, PostId
from scenarios.language.people import TitleGrade
from scenarios.language.posts import PostGrade

LEADERSHIP = frozenset(
    {PostGrade.LEADER, PostGrade.MODULE_LEAD, PostGrade.ASSISTING_LEAD}
)


def refusal(town: Town) -> Refusal:
    """Return what keeps leaders (班子成员) off the staff's posts, naming the person."""
    leaders = {
        person.id
        for person in town.people.values()
        if person.title is not None and person.title.grade is TitleGrade.LEADER
    }

    def refuse(person: PersonId, post: PostId, seat: Seat) -> Reason | None:
        del seat
        if person not in leaders or town.posts[post].grade in LEADERSHIP:
            return None
        return Reason("identity", (f"person:{person}",), (f"post:{post}",))

    return refuse


IDENTITY = pair_rule("identity", refusal)
