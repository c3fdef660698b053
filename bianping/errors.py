"""What can go wrong besides faults of a scenario, told to the user in one line."""

from pathlib import Path


class UserError(Exception):
    """Something the user can mend; ``console.error.<key>`` says what.

    Parameters
    ----------
    key
        Which text.
    values
        What fills its blanks.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(f"{key}: {values}")


class InterruptedWorkError(Exception):
    """The user's Ctrl-C, while results were being written.

    Parameters
    ----------
    unfinished
        The folder that keeps what was done.
    """

    def __init__(self, unfinished: Path) -> None:
        self.unfinished = unfinished
        super().__init__(str(unfinished))
