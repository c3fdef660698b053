"""Every goal, in the usual order of importance."""

from optimizer.goal import Goal
from optimizer.goals.backups_near import BACKUPS_NEAR
from optimizer.goals.balance import BALANCE
from optimizer.goals.bench import BENCH
from optimizer.goals.clashes import CLASHES
from optimizer.goals.fit import FIT
from optimizer.goals.moves import MOVES
from optimizer.goals.seats import SEATS
from optimizer.goals.wishes import WISHES

GOALS: tuple[Goal, ...] = (
    SEATS,
    CLASHES,
    FIT,
    WISHES,
    MOVES,
    BALANCE,
    BACKUPS_NEAR,
    BENCH,
)
