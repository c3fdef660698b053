"""Where the program begins: what is loaded from here on may be interrupted."""

import sys
from importlib import import_module

INTERRUPTED = 130


def start() -> None:
    """Run the command line; end quietly if it is interrupted while it is loaded."""
    try:
        import_module("bianping.cli").main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
