"""The events as the record tells them: looked up once, since an enum's are slow."""

from typing import Final

from simulation.rows import PLACES, Event

ARRIVED: Final = PLACES[Event.ARRIVED]
BEGAN: Final = PLACES[Event.BEGAN]
INTERRUPTED: Final = PLACES[Event.INTERRUPTED]
RESUMED: Final = PLACES[Event.RESUMED]
CARRIED: Final = PLACES[Event.CARRIED]
ENDED: Final = PLACES[Event.ENDED]
OVERTIME: Final = PLACES[Event.OVERTIME]
CUT: Final = PLACES[Event.CUT]
UNCOVERED: Final = PLACES[Event.UNCOVERED]
BOTH_AWAY: Final = PLACES[Event.BOTH_AWAY]
WENT_UP: Final = PLACES[Event.WENT_UP]
CLASH: Final = PLACES[Event.CLASH]
APPOINTED: Final = PLACES[Event.APPOINTED]
DECLINED: Final = PLACES[Event.DECLINED]
POSTPONED: Final = PLACES[Event.POSTPONED]
FAILED: Final = PLACES[Event.FAILED]
MET: Final = PLACES[Event.MET]
SENT: Final = PLACES[Event.SENT]
ANSWERED: Final = PLACES[Event.ANSWERED]
COMPLETED: Final = PLACES[Event.COMPLETED]
DROPPED: Final = PLACES[Event.DROPPED]
OPEN: Final = PLACES[Event.OPEN]
AWAY: Final = PLACES[Event.AWAY]
