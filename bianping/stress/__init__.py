"""The STRESS-DES checklist (Monks and others 2019), filled in from code and a run."""

from collections.abc import Iterator, Mapping

from bianping.stress.facts import facts
from bianping.stress.run import Run
from bianping.stress.settings import settings_table
from bianping.words import catalogue
from scenarios import Town

SECTIONS = (
    ("1. 目标 Objectives", ("1_1", "1_2", "1_3")),
    (
        "2. 逻辑 Logic",
        ("2_1", "2_2", "2_3", "2_4", "2_5_1", "2_5_2", "2_5_3", "2_5_4", "2_5_5"),
    ),
    ("3. 数据 Data", ("3_1", "3_2", "3_3", "3_4")),
    ("4. 试验 Experimentation", ("4_1", "4_2", "4_3")),
    ("5. 实现 Implementation", ("5_1", "5_2", "5_3", "5_4")),
    ("6. 获取代码 Code access", ("6_1",)),
)
"""The items of the guideline, by section, in its order."""


def checklist(town: Town, run: Run) -> str:
    """Return the checklist of a scenario as a page, in Chinese and English.

    Parameters
    ----------
    town
        The scenario.
    run
        What one year of it came to.
    """
    known = facts(town, run)
    return "\n".join(_lines(town, known))


def _lines(town: Town, known: Mapping[str, object]) -> Iterator[str]:
    zh, en = catalogue("zh"), catalogue("en")
    yield "# STRESS-DES 报告清单 The STRESS-DES checklist\n"
    for words in (zh, en):
        yield f"{words('stress.head', town=words.name(town.name))}\n"
    for title, items in SECTIONS:
        yield f"## {title}\n"
        for item in items:
            key = f"stress.i{item}"
            number = item.replace("_", ".")
            yield f"**{number} {zh(f'{key}.name')} {en(f'{key}.name')}**\n"
            yield from (f"{words(f'{key}.text', **known)}\n" for words in (zh, en))
            if item == "3_3":
                yield f"{settings_table(town)}\n"
