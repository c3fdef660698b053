"""Units taken over by others, followed through posts, matters and work."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from scenarios.language.base import UnitId
from scenarios.language.steps import MeetStep, Pool, Step, WorkStep
from scenarios.language.structure import Unit
from scenarios.language.work import Campaign, Stream
from scenarios.reading.faults import Fault, Place
from scenarios.town import Town

Heirs = Mapping[UnitId, UnitId]
"""The operating unit that each unit's work now belongs to."""


def absorption_faults(
    town: Town, where: Callable[[tuple[str | int, ...]], tuple[Place, str]]
) -> Iterator[Fault]:
    """Yield a fault for each unit taken over twice, or by itself in a circle."""
    taken: dict[UnitId, UnitId] = {}
    for unit in town.units.values():
        for number, other in enumerate(unit.absorbs):
            if other in taken:
                path = ("units", unit.id, "absorbs", number)
                values = {"unit": other, "first": taken[other]}
                yield Fault("absorbed_twice", *where(path), values)
            taken[other] = unit.id
    for unit_id in taken:
        if _last(unit_id, taken) is None:
            yield Fault("absorbed_in_circle", *where(("units", unit_id)))


def absorbed(town: Town) -> Town:
    """Return the town with every post, matter and stream in its operating unit.

    A unit taken over is dropped, and its establishment goes to its heir, unless it
    says ``operates: false``: then it stays, for its titles and its establishment.
    """
    taken = {other: unit.id for unit in town.units.values() for other in unit.absorbs}
    heirs = {unit: _last(unit, taken) or unit for unit in town.units}
    kept = [unit for unit in town.units.values() if _stays(unit, taken)]
    carriers = {**heirs, **{unit.id: unit.id for unit in kept}}
    approved = _approved(town, carriers)
    return town.model_copy(
        update={
            "units": {
                unit.id: unit.model_copy(
                    update={"absorbs": (), "establishment": approved.get(unit.id)}
                )
                for unit in kept
            },
            "people": {
                key: one.model_copy(
                    update={"establishment": carriers.get(one.establishment or "")}
                )
                for key, one in town.people.items()
            },
            "posts": {
                key: post.model_copy(update={"unit": heirs[post.unit]})
                for key, post in town.posts.items()
            },
            "matters": {
                key: matter.model_copy(update={"unit": heirs[matter.unit]})
                for key, matter in town.matters.items()
            },
            "work": {key: _moved(one, heirs) for key, one in town.work.items()},
        }
    )


def _approved(town: Town, carriers: Heirs) -> dict[UnitId, int]:
    """Return the approved establishment of each unit; one of its own goes first."""
    sums: Counter[UnitId] = Counter()
    for unit in town.units.values():
        if unit.establishment is not None:
            sums[carriers[unit.id]] += unit.establishment
    own = {
        unit.id: unit.establishment
        for unit in town.units.values()
        if unit.establishment is not None and carriers[unit.id] == unit.id
    }
    return {**sums, **own}


def _stays(unit: Unit, taken: Heirs) -> bool:
    return unit.id not in taken or not unit.operates


def _last(unit: UnitId, taken: Heirs) -> UnitId | None:
    """Return the unit at the end of a chain of take-overs; nothing for a circle."""
    for _ in range(len(taken) + 1):
        if unit not in taken:
            return unit
        unit = taken[unit]
    return None


def _moved(stream: Stream, heirs: Heirs) -> Stream:
    campaign = stream.campaign
    if isinstance(campaign, Campaign):
        who = _moved_pool(campaign.who, heirs)
        campaign = campaign.model_copy(update={"who": who})
    return stream.model_copy(
        update={
            "unit": heirs[stream.unit] if stream.unit is not None else None,
            "steps": tuple(_moved_step(step, heirs) for step in stream.steps),
            "campaign": campaign,
        }
    )


def _moved_step(step: Step, heirs: Heirs) -> Step:
    match step:
        case WorkStep(who=pool):
            return step.model_copy(update={"who": _moved_pool(pool, heirs)})
        case MeetStep(meet=pool):
            return step.model_copy(update={"meet": _moved_pool(pool, heirs)})
        case _:
            return step


def _moved_pool(pool: Pool, heirs: Heirs) -> Pool:
    if pool.unit is None:
        return pool
    return pool.model_copy(update={"unit": heirs[pool.unit]})
