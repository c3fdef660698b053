"""What can go wrong besides faults of a scenario, told to the user in one line."""


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
