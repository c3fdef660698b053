"""How long reading and checking takes, for a town and for a county of 25 towns.

``python benchmarks/reading.py`` makes the files, reads them in a process that has
started up already, and prints seconds, shares of what is allowed, and how the time
grows. Everything stands in spreadsheets: rosters, posts, matters.
"""

import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from xlsxwriter import Workbook

from scenarios.load import load

TOWN_SECONDS, COUNTY_SECONDS = 0.5, 5.0
PEOPLE, MATTERS, POSTS = 100, 400, 80
TOWNS = 25

PEOPLE_HEADS = (
    "编号", "姓名", "身份", "性别", "出生年月", "参加工作时间", "党员", "年休假天数",
    "现任A岗", "依据",
)  # fmt: skip
POST_HEADS = ("编号", "名称", "单位", "A岗人数", "B岗人数", "每周工时")
MATTER_HEADS = (
    "编号", "事项名称", "清单", "责任单位", "最少人数", "年工时", "决定权", "依据",
)  # fmt: skip

Row = Sequence[str | float]


def main() -> None:
    """Print a table of sizes and times."""
    ganling = Path(__file__).parents[1] / "scenarios" / "ganling" / "flat.yaml"
    load(ganling)
    click.echo(f"ganling            {_best(ganling):6.3f} s of {TOWN_SECONDS} s")
    times: dict[int, float] = {}
    for towns in (1, 5, TOWNS):
        with tempfile.TemporaryDirectory() as folder:
            path = _written(Path(folder), towns)
            times[towns] = _best(path)
        click.echo(
            f"{towns:3} towns: {PEOPLE * towns:5} people, {MATTERS * towns:6} matters "
            f"{times[towns]:6.3f} s"
        )
    growth = math.log(times[TOWNS] / times[1]) / math.log(TOWNS)
    click.echo(f"town:   {times[1] / TOWN_SECONDS:.2f} of what is allowed")
    click.echo(f"county: {times[TOWNS] / COUNTY_SECONDS:.2f} of what is allowed")
    click.echo(f"growth: time ~ size ^ {growth:.2f}")


def _best(path: Path, tries: int = 5) -> float:
    """Return the least of a few times, which other work disturbs least."""
    seconds = []
    for _ in range(tries):
        begun = time.perf_counter()
        load(path)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def _written(folder: Path, towns: int) -> Path:
    """Write a scenario of so many towns and return its path."""
    count = range(towns)
    units = "".join(
        f"  u{town}_{n}: {{name: 办{n}}}\n" for town in count for n in range(6)
    )
    tables = "".join(
        f"{key}: {{table: {key}.xlsx}}\n" for key in ("people", "posts", "matters")
    )
    path = folder / "county.yaml"
    text = f"schema: 1\nname: 县\nunits:\n{units}{tables}"
    path.write_text(text, encoding="utf-8")
    _table(folder / "people.xlsx", PEOPLE_HEADS, _people(towns))
    _table(folder / "posts.xlsx", POST_HEADS, _posts(towns))
    _table(folder / "matters.xlsx", MATTER_HEADS, _matters(towns))
    return path


def _table(path: Path, heads: Row, rows: Iterator[Row]) -> None:
    with Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([heads, *rows]):
            sheet.write_row(number, 0, row)


def _people(towns: int) -> Iterator[Row]:
    for number in range(PEOPLE * towns):
        held = f"g{number // PEOPLE}_{number % POSTS}"
        yield (
            f"p{number}", f"甲{number}", ("公务员", "事业人员")[number % 2], "女",
            f"{1965 + number % 35}-{number % 12 + 1:02}", "2015-07", "是", 10, held,
            "假设",
        )  # fmt: skip


def _posts(towns: int) -> Iterator[Row]:
    for number in range(POSTS * towns):
        town = number // POSTS
        post = f"g{town}_{number % POSTS}"
        yield post, f"岗位{number}", f"u{town}_{number % 6}", 1, 1, 30.5


def _matters(towns: int) -> Iterator[Row]:
    for number in range(MATTERS * towns):
        unit = f"u{number // MATTERS}_{number % 6}"
        lists = ("法定", "赋权", "属地")
        yield (
            f"m{number}", f"第{number}项事项的名称", lists[number % 3], unit, 1,
            number % 90, ("镇", "县")[number % 2], "假设",
        )  # fmt: skip


if __name__ == "__main__":
    main()
