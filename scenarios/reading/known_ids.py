"""The ids and names that a scenario gives, as far as all of their sort are known."""

from collections.abc import Collection

from scenarios.reading.chain import Chain
from scenarios.reading.known import known_keys
from scenarios.reading.mending import Mended
from scenarios.reading.nodes import Keys, Node, Scalar, inside, stands_in

_SECTIONS = {
    "people": "person",
    "modules": "module",
    "units": "unit",
    "posts": "post",
    "ladders": "ladder",
}
"""The sort of thing whose ids stand in a section."""


def known_ids(
    chain: Chain, whole: Mended, made_up: Collection[str]
) -> dict[str, Collection[str]]:
    """Return the ids that are written, of all sorts whose ids are all known.

    Parameters
    ----------
    whole
        What the chain comes to, with stand-ins.
    made_up
        Paths of entries that only a misspelt setting made.
    """
    written = chain.root.entries
    misspelt = not written.keys() <= {*known_keys(())}
    known: dict[str, Collection[str]] = {}
    for section, sort in _SECTIONS.items():
        node = written.get(section)
        if chain.gaps.may_name(section):
            continue
        if isinstance(node, Keys):
            known[sort] = {
                one: None for one in node.entries if f"{section}.{one}" not in made_up
            }
        elif node is None and not misspelt:
            known[sort] = ()
    hidden = chain.gaps.may_say("units", ("town",)) or (
        misspelt and "units" not in written
    )
    within = {
        "rung": _rungs(written.get("ladders")) if "ladder" in known else None,
        "town": None if hidden else _towns(whole),
    }
    known.pop("ladder", None)
    return known | {sort: names for sort, names in within.items() if names is not None}


def _rungs(ladders: Node | None) -> Collection[str] | None:
    """Return the rungs of all ladders; nothing, if one of them can't be read."""
    if not isinstance(ladders, Keys):
        return ()
    rungs: list[str] = []
    for ladder in ladders.entries.values():
        found = inside(ladder, "rungs")
        if not isinstance(found, Keys):
            return None
        rungs += found.entries
    return rungs


def _towns(whole: Mended) -> Collection[str] | None:
    """Return the towns of all units; nothing, if that of one of them isn't known."""
    unclear = {one.where[:-1] for one in whole.wrong if one.fault.key == "unknown_key"}
    units = inside(whole.keys, "units")
    if stands_in(whole.keys, ("units",)):
        return None
    towns: list[str] = []
    for key, unit in units.entries.items() if isinstance(units, Keys) else ():
        town = inside(unit, "town")
        lacking = town is None and ("units", key) in unclear
        if lacking or stands_in(whole.keys, ("units", key, "town")):
            return None
        if isinstance(town, Scalar) and isinstance(town.value, str):
            towns.append(town.value)
    return towns
