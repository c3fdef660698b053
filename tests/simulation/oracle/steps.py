"""Pieces: processes that pass their steps one after the other."""

from scenarios.language.steps import (
    ApproveStep,
    CountyStep,
    JointStep,
    MeetStep,
    WorkStep,
)
from simulation.officers import officers, officers_above
from simulation.rows import Event
from tests.simulation.oracle.asks import DUTY, ROUTINE, URGENT, Ask, Errand, Piece
from tests.simulation.oracle.visits import joint_work


def arrivals(world, luck, open_pieces):
    """Let pieces in as they come, streams in the order of the file (a process)."""
    town = world.town
    streams = [town.work[name] for name in luck]
    coming = sorted(
        (moment, place, number)
        for place, stream in enumerate(streams)
        for number, moment in enumerate(luck[stream.id].arrivals)
    )
    for order, (moment, place, number) in enumerate(coming):
        if moment > world.env.now:
            yield world.env.timeout(moment - world.env.now)
        stream = streams[place]
        lead = town.lead_of_stream(stream.id) or ""
        piece = Piece(stream, lead, number, order, moment)
        open_pieces.add(piece)
        world.env.process(_life(world, piece, luck[stream.id], open_pieces))


def _life(world, piece, luck, open_pieces):
    """Pass every step, and be completed (a process)."""
    world.record.of_piece(Event.ARRIVED, piece)
    for place, spec in enumerate(piece.stream.steps):
        lengths = {
            what: given[piece.number]
            for (step, what), given in luck.lengths.items()
            if step == place
        }
        match spec:
            case WorkStep():
                yield from _work(world, piece, place, spec, lengths[""])
            case ApproveStep():
                yield from _decisions(world, piece, place, spec, lengths)
            case MeetStep():
                yield from _meeting(world, piece, place, spec.meet, lengths[""])
            case CountyStep():
                yield from _county(world, piece, lengths[""])
            case JointStep():
                yield from joint_work(world, piece, place, lengths[""], luck)
    open_pieces.remove(piece)
    world.record.of_piece(Event.COMPLETED, piece, since=piece.arrived)


def errand(world, piece, length, kind="work", **keys):
    """Return something to be done, on the level of urgent work if it is."""
    level = ROUTINE if kind in {"work", "decision"} else DUTY
    if piece.stream.urgent:
        level = URGENT
    keys = {"step": 0, "level": level} | keys
    return Errand(piece, length=length, kind=kind, ended=world.env.event(), **keys)


def _work(world, piece, step, spec, length):
    who, pools = spec.who, world.pools
    own, apart = world.town.posts_of_pool(who), not who.together
    officers = officers_above(world.town, piece.stream)
    above = [pools.of_posts(*spec.otherwise)] if spec.otherwise else []
    above += [pools.of_posts(post) for post in officers if post not in own]
    barred = set(piece.people) if spec.another else set()
    pool = pools.of(who)
    asked = errand(
        world,
        piece,
        length,
        step=step,
        count=1 if apart else who.count,
        parts=who.count if apart else 1,
        taken=barred,
        above=[one for one in above if one is not pool],
    )
    holders = {hand.cadre for hand in pool.holders}
    nobody_else = spec.another and not holders - barred
    world.desk.post(asked, pool, for_backups=nobody_else)
    yield asked.ended


def _decisions(world, piece, step, spec, lengths):
    for layer, post in officers(world.town, piece.stream, spec.layer):
        above = [
            world.pools.of_posts(one)
            for one in officers_above(world.town, piece.stream, layer)
            if one != post
        ]
        asked = errand(world, piece, lengths[layer], "decision", step=step, above=above)
        world.desk.post(asked, world.pools.of_posts(post))
        yield asked.ended


def _meeting(world, piece, step, who, length):
    asked = errand(world, piece, length, "meeting", step=step)
    ask = Ask(asked, None, world.env.now, world.env.event(), level=asked.level)
    world.desk.gather(ask, world.pools.of(who))
    yield asked.ended


def _county(world, piece, length):
    begin = world.env.now
    world.record.of_piece(Event.SENT, piece, length=length)
    answered = world.county.after(begin, length)
    if answered is None:
        yield world.env.event()
    else:
        yield world.env.timeout(answered - begin)
    world.record.of_piece(Event.ANSWERED, piece, since=begin)
