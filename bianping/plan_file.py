"""``plan.json``, read back."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenarios import Assignment, Plan, Seat, Town


class PlanFileError(Exception):
    """A file isn't a plan for this town; the message says why, for the user."""

    def __init__(self, file: Path, why: str) -> None:
        self.file, self.why = file, why
        super().__init__(f"{file}: {why}")


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
    PlanFileError
        If it can't be read, isn't a plan, or names people or posts that the town
        doesn't have.
    """
    try:
        given = _File.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise PlanFileError(path, error.strerror or "unreadable") from None
    except (ValueError, ValidationError):
        raise PlanFileError(path, "schema bianping.plan/1, assignments") from None
    strangers = sorted(
        {row.post for row in given.assignments} - town.posts.keys()
        | {row.person for row in given.assignments} - town.people.keys()
    )
    if strangers:
        raise PlanFileError(path, ", ".join(strangers))
    return Plan.of(
        Assignment(row.post, row.seat, row.person) for row in given.assignments
    )
