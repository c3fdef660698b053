"""Files that a section names within: traces of arrivals, and lists of days off."""

from pathlib import Path

from scenarios.reading.faults import Fault, FaultyScenarioError, faulty
from scenarios.reading.files import Folder
from scenarios.reading.grids import read_grid
from scenarios.reading.nodes import NOWHERE, Items, Keys, Node, Scalar, inside
from scenarios.reading.traces import check_trace


def with_traces(work: Keys, path: Path, folder: Folder, faults: list[Fault]) -> Keys:
    """Let each trace name its file by its whole path; add what is wrong with it."""
    changed: dict[str, Node] = {}
    for key, stream in work.entries.items():
        arrive = inside(stream, "arrive")
        trace = inside(arrive, "trace")
        if isinstance(stream, Keys) and isinstance(arrive, Keys) and trace is not None:
            whole = _trace(trace, path, folder, faults)
            changed[key] = stream.with_entries(
                {"arrive": arrive.with_entries({"trace": whole})}
            )
    return work.with_entries(changed)


def _trace(trace: Node, path: Path, folder: Folder, faults: list[Fault]) -> Scalar:
    try:
        found = file_named(trace, path, folder)
        check_trace(found, folder.shown(found), folder.limits)
    except FaultyScenarioError as error:
        faults.extend(error.faults)
        return Scalar("?", NOWHERE)
    return Scalar(str(found), trace.place)


def with_days_off(
    calendar: Keys, path: Path, folder: Folder, faults: list[Fault]
) -> Keys:
    """Let days off that stand in a file be a list; add what is wrong with the file."""
    days = calendar.entries.get("days_off")
    if not isinstance(days, Scalar) or days.value is None:
        return calendar
    try:
        listed: Node = _days(days, path, folder)
    except FaultyScenarioError as error:
        faults.extend(error.faults)
        listed = Items((), NOWHERE)
    return calendar.with_entries({"days_off": listed})


def _days(days: Scalar, path: Path, folder: Folder) -> Items:
    found = file_named(days, path, folder)
    grid = read_grid(found, folder.shown(found), None, folder.limits)
    if grid.faults:
        raise FaultyScenarioError(grid.faults)
    cells = [row[0] for row in grid.rows]
    if cells and not str(cells[0].value)[:1].isdigit():
        cells = cells[1:]
    return Items(tuple(cells), days.place)


def file_named(node: Node, beside: Path, folder: Folder) -> Path:
    """Return the file that a text in another file names.

    Raises
    ------
    FaultyScenarioError
        If it is no text, the file isn't there, or it may not be read.
    """
    name = text_of(node)
    found = folder.find(name, beside, node.place)
    if not found.is_file():
        raise faulty("no_such_table", node.place, file=name)
    return found


def text_of(node: Node) -> str:
    """Return a node's text.

    Raises
    ------
    FaultyScenarioError
        If it is none.
    """
    if isinstance(node, Scalar) and isinstance(node.value, str):
        return node.value
    raise faulty("not_text", node.place)
