"""What is near a post: the posts of its unit, of its module, or all."""

from scenarios import Town
from scenarios.language.base import PostId, UnitId
from scenarios.language.rules import Within


def posts_within(town: Town, post: PostId, within: Within) -> tuple[PostId, ...]:
    """Return the posts that lie no farther from a post than is said, itself too.

    Units without a module that answer to one leader count as a module.
    """
    home = town.posts[post].unit
    match within:
        case Within.UNIT:
            return town.posts_of_unit[home]
        case Within.MODULE:
            command = _command(town, home)
            near = [unit for unit in town.units if _command(town, unit) == command]
            return tuple(one for unit in near for one in town.posts_of_unit[unit])
        case Within.ANYWHERE:
            return tuple(town.posts)


def _command(town: Town, unit: UnitId) -> tuple[str | None, PostId | None]:
    return town.units[unit].module, town.lead_of_unit(unit)
