"""Drop-down lists: closed choices from a hidden sheet, ids from the other sheets."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from bianping.workspace.plans import SHEETS, SheetPlan
from scenarios.reading.headings import Column
from scenarios.words import Words

_ROWS = 2000
"""So many rows of each sheet have their lists."""


class Lists:
    """The lists of one workbook, each under a defined name.

    Parameters
    ----------
    book
        The workbook, to which a hidden sheet is added.
    words
        The language in which the choices stand.
    """

    def __init__(self, book: Workbook, words: Words) -> None:
        self.words = words
        self._book = book
        self._sheet = words("workspace.sheet.lists")
        self._page = book.add_worksheet(self._sheet)
        self._page.hide()
        self._named: dict[tuple[str, ...], str] = {}
        for plan in SHEETS:
            if "id" in plan.keys:
                page = words(f"workspace.sheet.{plan.key}")
                rows = f"MAX(1,COUNTA('{page}'!$A:$A)-1)"
                book.define_name(
                    f"ids_{plan.key}", f"=OFFSET('{page}'!$A$2,0,0,{rows},1)"
                )

    def put(
        self, page: Worksheet, at: int, plan: SheetPlan, key: str, column: Column
    ) -> None:
        """Give a column of a sheet its drop-down list, or its bounds if it has numbers.

        Where a cell may hold several values, whatever is typed is let through.
        """
        source = self._source(plan, key, column)
        if source is not None:
            several = column.many or key in dict(plan.names)
            rule = {"validate": "list", "source": source, "show_error": not several}
            page.data_validation(1, at, _ROWS, at, rule)
        elif key in plan.numbers:
            rule = {"validate": "decimal", "criteria": ">=", "value": 0}
            page.data_validation(1, at, _ROWS, at, rule)

    def _source(self, plan: SheetPlan, key: str, column: Column) -> str | None:
        named = dict(plan.names).get(key)
        if named is not None:
            return f"=ids_{named}"
        if column.truth:
            return self._choices(tuple(self.words("workspace.truth").split("|")))
        if column.choices:
            chinese = self.words.lang == "zh"
            return self._choices(
                tuple(column.choices if chinese else column.choices.values())
            )
        return None

    def _choices(self, choices: tuple[str, ...]) -> str:
        """Return the defined name of a list of choices, written down once."""
        if choices not in self._named:
            at = len(self._named)
            self._page.write_column(0, at, choices)
            letter = xl_col_to_name(at)
            self._named[choices] = f"choices_{at + 1}"
            self._book.define_name(
                self._named[choices],
                f"='{self._sheet}'!${letter}$1:${letter}${len(choices)}",
            )
        return f"={self._named[choices]}"
