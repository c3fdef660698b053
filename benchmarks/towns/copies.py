"""A county made of one town many times over, to be played and not to be staffed."""

from collections.abc import Mapping

from scenarios import Town

_SECTIONS = ("units", "modules", "posts", "people", "work")


def copies(town: Town, number: int, *, one_leader: bool = False) -> Town:
    """Return a scenario of so many towns alike, each with people and work of its own.

    What everybody may do, everybody of the same town may; and as a scenario has but one
    leader, decisions end with the leads of the modules. With one leader above all, work
    of which nobody is there goes up to them, so that no town is by itself.
    """
    told = town.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    ids = {key for section in _SECTIONS for key in told.get(section, {})}
    posts = [*told["posts"]]
    sections: dict[str, dict[str, object]] = {key: {} for key in _SECTIONS}
    for copy in range(number):
        names = {key: f"{key}_t{copy}" for key in ids}
        own = [names[post] for post in posts]
        for section in _SECTIONS:
            renamed = _renamed(told.get(section, {}), names, own)
            if isinstance(renamed, dict):
                sections[section] |= renamed
    kept = ("schema", "calendar", "simulation", "layers")
    return Town.model_validate(
        {
            **{key: told[key] for key in kept if key in told},
            **sections,
            "id": "county",
            "name": "县",
            **({"leader": f"{town.leader}_t0"} if one_leader else {}),
        }
    )


def _renamed(given: object, names: Mapping[str, str], posts: list[str]) -> object:
    match given:
        case {"everyone": True, **rest}:
            return {"posts": posts, **rest}
        case {"approve": _, **rest}:
            return {"approve": "up_to", **rest, "layer": "module_lead"}
        case {**entries}:
            return {
                names.get(str(key), str(key)): _renamed(one, names, posts)
                for key, one in entries.items()
            }
        case [*items]:
            return [_renamed(one, names, posts) for one in items]
        case str():
            return names.get(given, given)
        case _:
            return given
