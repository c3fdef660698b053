"""Writes ``stress.md`` into a folder: ``python -m bianping.stress docs SCENARIO``."""

import sys
from pathlib import Path

from bianping.stress import checklist
from bianping.stress.run import one_run
from scenarios import Plan
from scenarios.load import load

folder, scenario = map(Path, sys.argv[1:3])
town = load(scenario)
page = checklist(town, one_run(town, Plan.today(town)))
(folder / "stress.md").write_text(page, encoding="utf-8")
