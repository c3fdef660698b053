"""Whether the books of careers balance: nobody twice, no chair with two holders."""

from collections.abc import Mapping, Sequence

from scenarios.language.base import PersonId
from simulation.careers.chairs import ChairId
from simulation.careers.imbalance import ImbalanceError
from simulation.careers.log import ENTERED, LEFT, SEATED, UNSEATED, CareerLog, Row


def check_balance(log: CareerLog, *, present: Mapping[PersonId, object]) -> None:
    """Check that nobody was lost or counted twice, and that no chair had two holders.

    Parameters
    ----------
    log
        What happened.
    present
        Who is there at the end, as the play itself knows it.

    Raises
    ------
    ImbalanceError
        If the rows and the play disagree.
    """
    there = _there_at_the_end(log.rows)
    seated = _seated_at_the_end(log.rows)
    if there != set(present) or not there.issuperset(seated.values()):
        raise ImbalanceError("the rows don't add up to those present at the end")


def _there_at_the_end(rows: Sequence[Row]) -> set[PersonId]:
    """Return who entered and didn't leave; things happen to nobody else."""
    there: set[PersonId] = set()
    for row in rows:
        if (row.person in there) is (row.happened is ENTERED):
            raise ImbalanceError(f"{row}: in the town twice, or not at all")
        if row.happened is ENTERED:
            there.add(row.person)
        elif row.happened is LEFT:
            there.remove(row.person)
    return there


def _seated_at_the_end(rows: Sequence[Row]) -> dict[ChairId, PersonId]:
    """Return who took a chair and didn't give it up; one person at a time."""
    seated: dict[ChairId, PersonId] = {}
    for row in rows:
        holder = seated.get(row.of)
        if row.happened is SEATED:
            if holder is not None:
                raise ImbalanceError(f"{row}: {holder} sits there")
            seated[row.of] = row.person
        elif row.happened is UNSEATED:
            if holder != row.person:
                raise ImbalanceError(f"{row}: {holder} sits there")
            del seated[row.of]
    return seated
