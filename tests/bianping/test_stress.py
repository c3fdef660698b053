"""The checklist of STRESS-DES: every item is told, from this code and this scenario."""

import re
from pathlib import Path

from bianping.stress import SECTIONS, checklist
from bianping.stress.run import one_run
from bianping.words import catalogue
from scenarios import Plan
from scenarios.load import load
from tests.simulation.test_replicate import busy_town

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "scenarios" / "ganling" / "flat.yaml"

MEASURED = re.compile(
    r"^(本方案一年|One year of this scenario|Bianping ).*$", re.MULTILINE
)
"""What hangs on the machine, its libraries and the play, which the tests hold to."""


def page_of(town):
    return checklist(town, one_run(town, Plan.today(town)))


def test_the_page_in_the_docs_is_what_the_code_says_today():
    page = (ROOT / "docs" / "stress.md").read_text(encoding="utf-8")
    made = page_of(load(DEMO))
    assert MEASURED.sub("", page) == MEASURED.sub("", made), "run: make docs"


def test_every_item_stands_in_both_catalogues_and_on_the_page():
    items = [item for _, some in SECTIONS for item in some]
    assert len(items) == 24
    texts = catalogue("en").texts
    named = {key for key in texts if key.startswith("stress.i")}
    assert named == {
        f"stress.i{one}.{part}" for one in items for part in ("name", "text")
    }
    page = page_of(busy_town(warm_up_days=7))
    for item in items:
        assert f"**{item.replace('_', '.')} " in page


def test_the_page_tells_of_the_scenario_and_of_its_run():
    page = page_of(busy_town(warm_up_days=7, patience_hours=3))
    assert "that 7 working days leave" in page
    assert "| `simulation.patience_hours` | 3.0 | 4 |" in page
    assert "Pieces of 6 streams of work: 5 of steps, 1 of places" in page
    assert "0 pieces lost, 0 microseconds astray" in page


def test_what_only_a_planner_can_answer_is_marked():
    for lang in ("zh", "en"):
        texts = catalogue(lang).texts
        asked = {key for key, text in texts.items() if "✎" in text and ".i" in key}
        names = ("1_1", "1_3", "3_1", "3_2", "3_4", "6_1")
        assert asked == {f"stress.i{one}.text" for one in names}
