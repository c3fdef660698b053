"""What is written of one design: its plan, its measures, its charts."""

from collections.abc import Iterable, Sequence

from bianping.choice_rows import choices_sheets
from bianping.movement_texts import movements_sheet
from bianping.outputs import Output
from bianping.plan_document import plan_document
from bianping.plan_workbook import PlanBook, plan_workbook
from bianping.report.figures import Picture, files
from bianping.rule_texts import why
from bianping.selection_texts import blocking_sheet, selection_summary
from bianping.staffing import Given, Staffing, goals_of_sum, objectives
from bianping.workbook_sheets import Sheet
from optimizer.choices import Choice
from scenarios.words import Words


def write_plan(
    output: Output,
    folder: str,
    staffing: Staffing,
    words: Words,
    choices: Sequence[Choice] = (),
) -> None:
    """Write ``plan.json``, and ``plan.xlsx`` where there is a plan."""
    output.write(f"{folder}plan.json", plan_document(staffing, words))
    if staffing.plan is not None:
        book = PlanBook(
            staffing.town,
            staffing.plan,
            why(staffing, words),
            _summary(staffing, words),
            [*_others(staffing, words), *choices_sheets(staffing.town, choices, words)],
        )
        output.write(f"{folder}plan.xlsx", plan_workbook(book, words))


def write_charts(output: Output, folder: str, drawn: Iterable[Picture]) -> None:
    """Write every chart as SVG and as PNG."""
    for name, content in files(tuple(drawn)):
        output.write(f"{folder}{name}", content)


def _others(staffing: Staffing, words: Words) -> list[Sheet]:
    town, chosen, moves = staffing.town, staffing.selection, staffing.moves
    return [
        *([] if chosen is None else [blocking_sheet(town, chosen, words)]),
        *([] if moves is None else [movements_sheet(town, moves, words)]),
    ]


def _summary(staffing: Staffing, words: Words) -> list[tuple[str, str]]:
    status = "today" if isinstance(staffing.outcome, Given) else staffing.status
    goals = [
        (
            words(
                "workbook.summary.goal",
                name=words(f"goals.{one.goal}.name"),
                unit=words(f"goals.{one.goal}.unit"),
            ),
            words(
                "workbook.summary.goal_value",
                value=f"{one.value:g}",
                bound=f"{one.bound:g}",
            ),
        )
        for one in objectives(staffing)
    ]
    summands = [
        (
            words(
                "workbook.summary.goal",
                name=words(f"goals.{goal}.name"),
                unit=words(f"goals.{goal}.unit"),
            ),
            f"{value:g}",
        )
        for goal, value in goals_of_sum(staffing).items()
    ]
    chosen = staffing.selection
    selected = [] if chosen is None else selection_summary(chosen, words)
    return [
        (words("workbook.summary.scenario"), words.name(staffing.town.name)),
        (words("workbook.summary.status"), words(f"report.status.{status}")),
        *goals,
        *summands,
        *selected,
        (words("workbook.summary.note"), words("workbook.summary.disclaimer")),
    ]
