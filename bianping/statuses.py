"""Exit statuses, as the scenario language's page promises them."""

from bianping.staffing import Staffing
from bianping.start import INTERRUPTED

DONE = 0
FAULTY = 1
IMPOSSIBLE = 3
UNDECIDED = 4


def exit_status(staffing: Staffing) -> int:
    """Return the exit status that tells what came of staffing."""
    if staffing.interrupted:
        return INTERRUPTED
    return {
        "optimal": DONE,
        "feasible": DONE,
        "impossible": IMPOSSIBLE,
        "undecided": UNDECIDED,
    }[staffing.status]
