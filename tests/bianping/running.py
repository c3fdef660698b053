"""Running the command line within a test."""

import pytest

from bianping.cli import main


def run(capsys, *arguments):
    """Run a command; return its exit status, standard output and standard error."""
    with pytest.raises(SystemExit) as ended:
        main([str(one) for one in arguments])
    out, err = capsys.readouterr()
    return ended.value.code, out, err
