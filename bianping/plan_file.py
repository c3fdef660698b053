"""``plan.json``, read back."""

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bianping.errors import UserError
from scenarios import Assignment, Plan, Seat, Town
from scenarios.pseudonyms import Pseudonym, original
from scenarios.withheld import WITHHELD


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
    """Return the plan that a ``plan.json`` holds, made with names hidden or without.

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
    known = {name: one for one in town.people for name in (original(one), str(one))}
    strangers = sorted({row.post for row in given.assignments} - town.posts.keys())
    unknown = sorted({row.person for row in given.assignments} - known.keys())
    if any(isinstance(one, Pseudonym) for one in town.people):
        unknown = [WITHHELD for _ in unknown]
    if strangers or unknown:
        names = ", ".join([*strangers, *unknown])
        raise UserError("plan_of_others", file=path, ids=names)
    return Plan.of(
        Assignment(row.post, row.seat, known[row.person]) for row in given.assignments
    )
