"""The fault of careers that don't add up; apart, since errors can't be compiled."""


class ImbalanceError(RuntimeError):
    """The books of a replication don't balance: a fault of the simulator."""
