"""Duty admission (职责准入): a town without and with a new duty, staffed and played."""

from bianping.admission import Admission, Rules, brought
from bianping.playing import Played, by_key
from bianping.sameness import working_year
from bianping.session import Session
from bianping.staffing import Staffing
from bianping.words import catalogue
from optimizer.audit import audit
from optimizer.importance import goals_in_order
from optimizer.outcome import Impossible, Solved, Step, Undecided
from optimizer.reason import Reason
from scenarios import Plan, Town
from scenarios.language.base import Name
from scenarios.language.rules import Mode
from simulation.summary import paired_differences


def admission(without: Town, with_duty: Town, session: Session) -> Admission:
    """Staff and play a town without and with a new duty.

    Parameters
    ----------
    without, with_duty
        The town as the scenario says, and with the duty's file laid over it.
    session
        Staffs and plays.
    """
    matters, streams = (
        brought(without, with_duty, section) for section in ("matters", "work")
    )
    duty = _duty(without, with_duty, matters, streams)
    base = _named(without, without.id, "declined")
    town = _named(with_duty, f"{without.id}-accepted", "accepted")
    declined = session.staff(base)
    if declined.plan is None or declined.interrupted:
        unknown = isinstance(declined.outcome, Undecided) or declined.interrupted
        known: Rules = "undecided" if unknown else "already"
        return Admission(
            duty, matters, streams, declined, declined, known, (), None, {}
        )  # fmt: skip
    broken = _newly_broken(base, town, declined.plan)
    accepted, rules = _accepted(base, town, declined, broken, session)
    played = _played(declined, accepted, session)
    differences = (
        {}
        if played is None
        else by_key(paired_differences(*(one.years for one in played)))
    )
    return Admission(
        duty, matters, streams, declined, accepted, rules, broken, played, differences
    )


def _named(town: Town, key: str, choice: str) -> Town:
    text = f"admission.{choice}"
    name = Name(zh=catalogue("zh")(text), en=catalogue("en")(text))
    return town.model_copy(update={"id": key, "name": name})


def _duty(
    without: Town, with_duty: Town, matters: tuple[str, ...], streams: tuple[str, ...]
) -> Name:
    """Return the name in the duty's file, else that of the first thing it brings."""
    if with_duty.name != without.name:
        return with_duty.name
    things = [
        *(with_duty.matters[one].name for one in matters),
        *(with_duty.work[one].name for one in streams),
    ]
    return things[0] if things else with_duty.name


def _newly_broken(base: Town, town: Town, plan: Plan) -> tuple[Reason, ...]:
    before = {*audit(base, plan, modes=(Mode.HARD,))}
    after = audit(town, plan, modes=(Mode.HARD,))
    return tuple(one for one in after if one not in before)


def _accepted(
    base: Town,
    town: Town,
    declined: Staffing,
    broken: tuple[Reason, ...],
    session: Session,
) -> tuple[Staffing, Rules]:
    """Return the staffing with the duty, and what that says of the rules."""
    if town.staffing == "today":
        return _as_today(base, town, broken, session)
    solved = session.staff(town)
    match solved.outcome, declined.outcome:
        case Solved() as new, Solved() as old:
            if broken:
                return solved, "reassigned"
            kept = _kept(town, old, new)
            return (solved, "improved") if kept is None else (kept, "unchanged")
        case Impossible(), _:
            return solved, "impossible"
        case _:
            return solved, "undecided"


def _kept(town: Town, old: Solved, new: Solved) -> Staffing | None:
    """Return the staffing as it was, if it is as good with the duty as a new one.

    It is also kept where it wasn't proven to be best without the duty: then what a new
    one has before it may be the luck of the search, and not the duty's doing.
    """
    values = [goal.value(town, old.plan) for goal in goals_in_order(town)]
    found = [step.value for step in new.steps]
    if old.proven and values > found:
        return None
    same = [values[:place] == found[:place] for place in range(len(found))]
    steps = tuple(
        Step(step.goal, value, min(value, step.bound if alike else 0))
        for step, value, alike in zip(new.steps, values, same, strict=True)
    )
    return Staffing(town, Solved(old.plan, steps, interrupted=new.interrupted))


def _as_today(
    base: Town, town: Town, broken: tuple[Reason, ...], session: Session
) -> tuple[Staffing, Rules]:
    """Return today's staffing with the duty, or the proof that none keeps the rules."""
    today = session.staff(town)
    if not broken:
        return today, "unchanged"
    anew = session.staff(town.model_copy(update={"staffing": "optimise"}))
    match anew.outcome:
        case Solved():
            return today, "broken_today"
        case Impossible():
            before = session.staff(base.model_copy(update={"staffing": "optimise"}))
            already = isinstance(before.outcome, Impossible)
            return anew, "already" if already else "impossible"
        case _:
            return anew, "undecided"


def _played(
    declined: Staffing, accepted: Staffing, session: Session
) -> tuple[Played, Played] | None:
    """Return both years; nothing where there is no plan or the year stays the same."""
    if declined.plan is None or accepted.plan is None or accepted.interrupted:
        return None
    pairs = (declined.town, declined.plan), (accepted.town, accepted.plan)
    without, with_duty = (working_year(town, plan) for town, plan in pairs)
    if without == with_duty:
        return None
    return session.play_year(*pairs[0]), session.play_year(*pairs[1])
