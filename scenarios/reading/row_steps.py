"""The steps of a stream of work, from the columns of its row."""

from collections.abc import Mapping

from scenarios.reading.nodes import (
    Items,
    Keys,
    Node,
    Scalar,
    is_stand_in,
    keys_of,
    value_of,
)

_PARTS: tuple[Mapping[str, str], ...] = (
    {"who": "who", "hours": "hours"},
    {"joint": "joint", "joint_hours": "hours"},
    {"approve": "layer", "approve_hours": "hours"},
    {"county_days": "wait_days"},
)
"""For each step that a row can say, in their order: its columns and their keys."""


def with_steps(entry: Keys) -> Keys:
    """Return a row's entry with its columns of steps made into a list of steps."""
    row = entry.entries.get("steps")
    if not isinstance(row, Keys):
        return entry
    steps = tuple(_step(given) for parts in _PARTS if (given := _given(row, parts)))
    return entry.with_entries({"steps": Items(steps, row.place)})


def _given(row: Keys, parts: Mapping[str, str]) -> dict[str, Node]:
    return {
        key: _number_alone(row.entries[column])
        for column, key in parts.items()
        if column in row.entries
    }


def _number_alone(node: Node) -> Node:
    """Let hours that are given by their mean only stand as a number."""
    if not isinstance(node, Keys) or node.entries.keys() != {"mean"}:
        return node
    mean = node.entries["mean"]
    try:
        return Scalar(float(str(value_of(mean))), mean.place)
    except ValueError:
        return node


def _step(given: dict[str, Node]) -> Keys:
    first = next(iter(given.values()))
    place = next((one for one in given.values() if not is_stand_in(one)), first).place
    if "layer" in given:
        given = {"approve": Scalar("up_to", place), **given}
    if "wait_days" in given:
        given = {"county": Scalar(value=True, place=place), **given}
    return keys_of(given, place)
