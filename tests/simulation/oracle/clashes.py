"""Clashes: what has to wait for another lead's work, or calls people away from it."""

from simulation.clock import DAY, HOUR, of_hours
from simulation.rows import Event
from tests.simulation.oracle import hands
from tests.simulation.oracle.asks import ROUTINE


def look(desk, ask):
    """See why what was just asked has to wait; return whether anybody could see it."""
    here = hands.present(ask)
    if here:
        _look_for_clash(desk, ask, here)
    elif desk.hours.open_at(desk.env.now):
        desk.record.of_ask(Event.BOTH_AWAY, ask)
        _go_up(desk, ask)
    else:
        return False
    return True


def _go_up(desk, ask):
    """Put work that one person does before the next officer up, if there is one."""
    errand = ask.errand
    several = errand.count > 1 or errand.parts > 1
    if not errand.above or several or not desk.settings.goes_up:
        return
    ask.waits = False
    ask.pool.waiting.remove(ask)
    pool, *errand.above = errand.above
    up = desk.post(errand, pool, asked=ask.asked, for_backups=ask.for_backups)
    desk.record.of_ask(Event.WENT_UP, up)


def _look_for_clash(desk, ask, here):
    held = [hand for hand in here if _under_another_lead(ask, hand)]
    if not held:
        return
    hand = min(held, key=hands.how_bound)
    job = hand.cadre.job
    ask.clash = desk.record.clash(ask, hand, job)
    routine = ask.level == job.ask.level == ROUTINE and ask.count == 1
    if routine and ask.piece.stream.priority < job.ask.piece.stream.priority:
        desk.env.process(_agree(desk, ask))


def _agree(desk, ask):
    """Let two leads agree on whose work goes first (a process)."""
    hours = of_hours(desk.settings.coordination_hours)
    moment = desk.hours.after(desk.env.now, hours)
    if moment is None:
        return
    yield ask.begun | desk.env.timeout(moment - desk.env.now)
    if ask.waits:
        desk.agreed.append(ask)
        desk.touch(ask)


def interrupting(desk, ask, hand):
    """Tell of an ask that calls somebody away from another lead's work."""
    how = "agreed" if ask.agreed else "interrupted"
    if ask.clash is not None:
        end(desk, ask, how)
    elif _under_another_lead(ask, hand):
        clash = desk.record.clash(ask, hand, hand.cadre.job)
        desk.record.end_clash(ask, clash, how)


def end(desk, ask, how):
    """Tell how the clash of an ask ended, if it had one."""
    if ask.clash is not None:
        late = _is_late(desk, ask.piece)
        desk.record.end_clash(ask, ask.clash, "late" if late else how)
        ask.clash = None


def _is_late(desk, piece):
    """Whether a piece's time limit is past."""
    due, now = piece.stream.due, desk.env.now
    if due is None:
        return False
    if due.days is not None:
        return piece.arrived + round(due.days * DAY) < now
    if due.working_days is not None:
        length = round(due.working_days * desk.day)
    else:
        length = round(due.hours * HOUR)
    limit = desk.hours.after(piece.arrived, length)
    return limit is not None and limit < now


def _under_another_lead(ask, hand):
    """Whether somebody is at work that another lead commands."""
    if hand.cadre.job is None:
        return False
    lead, other = ask.piece.lead, hand.cadre.job.ask.piece.lead
    return bool(lead and other) and lead != other
