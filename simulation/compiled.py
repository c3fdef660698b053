"""Whether the play runs as compiled: `make fast` installs it so."""

from importlib.util import find_spec


def is_compiled() -> bool:
    """Whether what is installed, and runs here, was compiled."""
    clock = find_spec("simulation.clock")
    return clock is not None and not str(clock.origin).endswith(".py")
