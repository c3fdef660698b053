"""When the law retires people: the gradual delay that began in 2025 (渐进式延迟).

Source: the decision of the Standing Committee of the National People's Congress of
13 September 2024 on gradually raising the statutory retirement age. Civil servants
and managers of public institutions may not retire later than that.
"""

from dataclasses import dataclass
from typing import Protocol

from scenarios.language.months import month
from scenarios.language.people import Identity, Sex


class Born(Protocol):
    """Anybody with an identity, a sex and a month of birth."""

    @property
    def identity(self) -> Identity:
        """The establishment to which the person belongs."""

    @property
    def sex(self) -> Sex:
        """Male or female."""

    @property
    def born(self) -> int:
        """The month of birth."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the age of one group rises with the month of birth.

    Parameters
    ----------
    age
        The age before the delay, in years.
    first_born
        The first month of birth that is delayed.
    step
        Months of birth that share the same delay.
    most
        The largest delay in months.
    """

    age: int
    first_born: int
    step: int
    most: int

    def month(self, born: int) -> int:
        """Return the month of retirement of somebody born in a month."""
        return born + self.age * 12 + self.delay(born)

    def delay(self, born: int) -> int:
        """Return the delay in months."""
        if born < self.first_born:
            return 0
        return min(self.most, (born - self.first_born) // self.step + 1)


MEN = Schedule(age=60, first_born=month(1965, 1), step=4, most=36)
WOMEN_CADRES = Schedule(age=55, first_born=month(1970, 1), step=4, most=36)
WOMEN_WORKERS = Schedule(age=50, first_born=month(1975, 1), step=2, most=60)

WORKERS = frozenset({Identity.SUPPORT_STAFF, Identity.CONTRACT})
"""Whose women retire as workers; all others retire as cadres."""


def schedule(sex: Sex, identity: Identity) -> Schedule:
    """Return the schedule for a person's sex and group."""
    if sex is Sex.MALE:
        return MEN
    return WOMEN_WORKERS if identity in WORKERS else WOMEN_CADRES


def retirement_month(sex: Sex, identity: Identity, born: int) -> int:
    """Return the month in which a person reaches the statutory age.

    Parameters
    ----------
    sex, identity
        Which decide the group.
    born
        Month of birth, in months since year 0.
    """
    return schedule(sex, identity).month(born)


EARLIEST_MONTHS = 36
"""How long before the delayed age those may go who aren't civil servants."""


def early_from(who: Born, *, joined: int, retires: int) -> int:
    """Return the month from which a person may leave early, on request.

    Civil servants after thirty years of service, or twenty and within five years of
    the age (Civil Servants Law, article 93); all others up to three years before the
    age, and not below the age of old (elastic retirement, 2025).
    """
    if who.identity is Identity.CIVIL_SERVANT:
        return min(joined + 30 * 12, max(retires - 5 * 12, joined + 20 * 12))
    age = schedule(who.sex, who.identity).age
    return max(retires - EARLIEST_MONTHS, who.born + age * 12)
