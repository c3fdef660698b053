"""Every rule, in reading order."""

from optimizer.rule import Rule
from optimizer.rules.backup import BACKUP
from optimizer.rules.certified_officers import CERTIFIED_OFFICERS
from optimizer.rules.dispatched import DISPATCHED
from optimizer.rules.full_time import FULL_TIME
from optimizer.rules.identity import IDENTITY
from optimizer.rules.incompatible import INCOMPATIBLE
from optimizer.rules.max_posts import MAX_POSTS
from optimizer.rules.pins import PINS
from optimizer.rules.qualification import QUALIFICATION
from optimizer.rules.recusal import RECUSAL
from optimizer.rules.scores import SCORES
from optimizer.rules.seats import SEATS
from optimizer.rules.workload import WORKLOAD

RULES: tuple[Rule, ...] = (
    SEATS,
    BACKUP,
    QUALIFICATION,
    SCORES,
    DISPATCHED,
    IDENTITY,
    PINS,
    FULL_TIME,
    MAX_POSTS,
    WORKLOAD,
    INCOMPATIBLE,
    RECUSAL,
    CERTIFIED_OFFICERS,
)
