"""``plan.json``, read back."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bianping.errors import UserError
from scenarios import Assignment, Plan, Seat, Town


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore")
    post: str
    seat: Seat
    person: str


class _File(BaseModel):
    model_config = ConfigDict(extra="ignore")
    schema_: str = Field(alias="schema", pattern=r"^bianping\.plan/1$")
    assignments: tuple[_Row, ...]


def read_plan(path: Path, town: Town) -> Plan:
    """Return the plan that a ``plan.json`` holds.

    Raises
    ------
    UserError
        If it can't be read, isn't a plan, or names people or posts that the town
        doesn't have.
    """
    try:
        given = _File.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UserError("unreadable_plan", file=path, why=error.strerror) from None
    except (ValueError, ValidationError):
        raise UserError("not_a_plan", file=path) from None
    strangers = sorted(
        {row.post for row in given.assignments} - town.posts.keys()
        | {row.person for row in given.assignments} - town.people.keys()
    )
    if strangers:
        raise UserError("plan_of_others", file=path, ids=", ".join(strangers))
    return Plan.of(
        Assignment(row.post, row.seat, row.person) for row in given.assignments
    )
