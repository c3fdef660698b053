"""The seats that careers are about: leaders', mid-level titles, mid-level duties.

Under a design whose mid-level posts count for promotion, title and duty are one
chair. Where posts count for nothing and the units of old keep their titles (the dual
track), there are chairs of title only and chairs of duty only.
"""

from dataclasses import dataclass, field
from enum import IntEnum

from scenarios.language.people import TitleGrade

ChairId = str

Kind = int
"""The kind of a chair: its level and whether it gives a title, as one number."""

KIND_COUNT = 8
"""More than the number of any kind."""


class Level(IntEnum):
    """How high a chair is."""

    MID_DEPUTY = 1
    MID_CHIEF = 2
    LEADER = 3

    @property
    def word(self) -> str:
        """The level's word in scenario files."""
        return self.name.lower()


MID_DEPUTY, MID_CHIEF, LEADER = Level
"""The levels by short names, which the play looks up without asking the class."""

LEVEL_OF_TITLE = {
    TitleGrade.LEADER: Level.LEADER,
    TitleGrade.MID_CHIEF: Level.MID_CHIEF,
    TitleGrade.MID_DEPUTY: Level.MID_DEPUTY,
}


KEPT = "kept:"
"""How the id of a title begins that only its holder keeps."""


@dataclass(frozen=True, slots=True)
class Chair:
    """One seat.

    Parameters
    ----------
    id
        Level and number, ``mid_chief:3``: the third seat of a level meets the same
        luck in every design. Chairs of duty only are ``duty:mid_chief:3``.
    level
        The level of the appointment, or of the duty where there is no appointment.
    titled
        Whether the chair is an appointment, which is what promotion means.
    duty
        The level of the operating post, if one goes with the chair.
    home
        The post, or for a chair of title only the unit, where it stands.
    lapses
        Whether the title goes with its holder, and nobody follows.

    Attributes
    ----------
    kind
        The kind of the chair, which is asked for often.
    """

    id: ChairId
    level: Level
    titled: bool
    duty: Level | None
    home: str | None = None
    lapses: bool = False
    kind: Kind = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", kind_of(self.level, titled=self.titled))

    @property
    def kept(self) -> bool:
        """Whether it is a title that only its holder keeps (老人老办法)."""
        return self.id.startswith(KEPT)


def kind_of(level: Level, *, titled: bool) -> Kind:
    """Return the kind of the chairs of a level."""
    return 2 * int(level) + titled
