import pytest

from tests.bianping.running import run
from tests.bianping.towns import written


def test_a_limit_is_raised_by_its_name(capsys, tmp_path):
    town, _ = written(tmp_path)
    status, _, err = run(capsys, "check", town, "--limit", "nodes=50", "--lang", "en")
    assert (status, "--limit nodes=N" in err) == (1, True)
    more = ("--limit", "nodes=50", "--limit", "nodes=9000", "--limit", "depth=9")
    assert run(capsys, "check", town, *more)[0] == 0


@pytest.mark.parametrize(
    "text", ["rows", "rows=", "rows=0", "rows=-1", "lines=5", "=5"]
)
def test_a_limit_that_is_none_is_wrong_usage(capsys, tmp_path, text):
    town, _ = written(tmp_path)
    status, _, err = run(capsys, "check", town, "--limit", text, "--lang", "en")
    assert status == 2
    assert "file_bytes, nodes, depth, rows" in " ".join(err.split())
