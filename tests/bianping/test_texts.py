"""What people read while and after a search: their units, and no endless lists."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from bianping import console, solving
from bianping.outcome_texts import refusal_lines
from bianping.rule_texts import demand_texts, demand_texts_in_brief
from bianping.staffing import Staffing
from bianping.start import INTERRUPTED
from bianping.statuses import exit_status
from bianping.words import catalogue
from optimizer.outcome import Impossible, Progress, Undecided
from optimizer.reason import Reason
from tests.towns import post, town

EN = catalogue("en")


def test_progress_is_told_in_the_units_that_people_read(monkeypatch):
    shown: list[str] = []
    progress: Any = SimpleNamespace(
        show=shown.append, part=lambda _: nullcontext(console.Part())
    )

    def assign(*_, on_progress, **__):
        on_progress(Progress("clashes", 3, 7, value=600_000, bound=320_000))
        return Undecided(interrupted=False)

    monkeypatch.setattr(solving, "assign", assign)
    request: Any = SimpleNamespace(words=EN, seconds=1, processors=1)
    solving.solve(town(posts={"desk": post()}), request, progress)
    (line,) = shown
    assert "1.5" in line
    assert "0.8" in line


@pytest.mark.parametrize(("has_result", "mark"), [(True, "✓"), (False, "–")])
def test_a_part_that_came_to_nothing_has_no_tick(capsys, has_result, mark):
    with console.Progress().part("staffing") as part:
        part.has_result = has_result
    assert capsys.readouterr().err.startswith(f"{mark} staffing")


def test_a_conflict_that_was_not_thinned_says_why():
    design = town(posts={"desk": post()})
    demands = (Reason("seats", ("post:desk",)),)

    def told(*, interrupted):
        stopped = Impossible(demands, (), complete=False, interrupted=interrupted)
        said = "\n".join(refusal_lines(design, stopped, EN))
        return "interrupted" in said, "ime ran out" in said, stopped

    assert told(interrupted=True)[:2] == (True, False)
    assert told(interrupted=False)[:2] == (False, True)
    assert exit_status(Staffing(design, told(interrupted=True)[2])) == INTERRUPTED


def test_of_many_demands_the_first_of_each_rule_are_said():
    design = town(posts={f"p{number}": post() for number in range(30)})
    demands = [Reason("seats", (f"post:{one}",)) for one in design.posts]
    demands += [Reason("backup", (f"post:{one}",)) for one in list(design.posts)[:2]]
    said = demand_texts_in_brief(design, demands, EN)
    assert said[:2] == demand_texts(design, demands[:2], EN)
    assert said[2] == "… and 28 more of “Seats”, all of them in the JSON result file"
    assert said[3:] == demand_texts(design, demands[-2:], EN)
    assert demand_texts_in_brief(design, demands[:20], EN) == demand_texts(
        design, demands[:20], EN
    )
