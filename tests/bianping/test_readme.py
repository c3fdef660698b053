import re
from pathlib import Path

import pytest

from tests.bianping.running import run

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ bianping (.*)\n((?:.*\n)*?)```", README)


def test_the_readme_has_examples():
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_an_example_shows_what_the_program_says(
    capsys, tmp_path, monkeypatch, command, shown
):
    monkeypatch.chdir(tmp_path)
    (scenario,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    Path("hall.yaml").write_text(scenario, encoding="utf-8")
    assert run(capsys, *command.split())[1] == shown
