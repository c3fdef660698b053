"""Tables in Markdown, as the pages of the docs have them."""

from collections.abc import Iterable, Sequence


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; all columns but the first are numbers."""
    rules = ["---", *("---:" for _ in heads[1:])]
    lines = [heads, rules, *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def number(value: float | None, digits: int = 1) -> str:
    """Return a number for a table, or a dash for none."""
    return "–" if value is None else f"{value:,.{digits}f}"


def percent(share: float | None) -> str:
    """Return a share in per cent, or a dash for none."""
    return "–" if share is None else f"{100 * share:.2f} %"
