"""Builders of small towns, so that a test says only what it is about."""

from typing import Any

from scenarios import Assignment, Plan, Seat, Town

PERSON = {
    "identity": "civil_servant",
    "sex": "f",
    "born": "1985-06",
    "joined": "2008-07",
}


def person(**keys: Any) -> dict[str, Any]:
    """Return a person as a scenario file would have it."""
    return {"name": "甲", **PERSON, **keys}


def post(**keys: Any) -> dict[str, Any]:
    """Return a post of the unit ``office``, as a scenario file would have it."""
    return {"name": "岗", "unit": "office", **keys}


def town(**sections: Any) -> Town:
    """Return a town of the given sections; one unit ``office`` if none is named."""
    sections.setdefault("units", {"office": {"name": "办"}})
    return Town.model_validate({"schema": 1, "id": "tiny", "name": "小镇", **sections})


def plan(*rows: tuple[str, str, str]) -> Plan:
    """Return a plan of rows of post, ``"A"`` or ``"B"``, and person."""
    return Plan.of(Assignment(post, Seat(seat), person) for post, seat, person in rows)
