"""Where the program begins: what is loaded from here on may be interrupted."""

import sys

INTERRUPTED = 130


def start() -> None:
    """Run the command line; end quietly if it is interrupted while it is loaded."""
    try:
        from bianping.cli import main  # noqa: PLC0415  loading it takes a while

        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
