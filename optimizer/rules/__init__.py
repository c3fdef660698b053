"""Every rule, in reading order."""

from optimizer.rule import Rule
from optimizer.rules.backup import BACKUP
from optimizer.rules.certified_officers import CERTIFIED_OFFICERS
from optimizer.rules.dispatched import DISPATCHED
from optimizer.rules.establishment import ESTABLISHMENT
from optimizer.rules.full_time import FULL_TIME
from optimizer.rules.identity import IDENTITY
from optimizer.rules.incompatible import INCOMPATIBLE
from optimizer.rules.joint_absence import JOINT_ABSENCE
from optimizer.rules.matters import MATTERS
from optimizer.rules.max_posts import MAX_POSTS
from optimizer.rules.n_minus_1 import N_MINUS_1
from optimizer.rules.peaks import PEAKS
from optimizer.rules.pins import PINS
from optimizer.rules.qualification import QUALIFICATION
from optimizer.rules.recusal import RECUSAL
from optimizer.rules.scores import SCORES
from optimizer.rules.seats import SEATS
from optimizer.rules.span_of_control import SPAN_OF_CONTROL
from optimizer.rules.transfers import TRANSFERS
from optimizer.rules.villages import VILLAGES
from optimizer.rules.workload import WORKLOAD

RULES: tuple[Rule, ...] = (
    SEATS,
    BACKUP,
    QUALIFICATION,
    SCORES,
    DISPATCHED,
    TRANSFERS,
    IDENTITY,
    PINS,
    FULL_TIME,
    MAX_POSTS,
    WORKLOAD,
    INCOMPATIBLE,
    RECUSAL,
    CERTIFIED_OFFICERS,
    MATTERS,
    VILLAGES,
    ESTABLISHMENT,
    SPAN_OF_CONTROL,
    PEAKS,
    JOINT_ABSENCE,
    N_MINUS_1,
)
