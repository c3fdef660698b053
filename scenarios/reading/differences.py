"""A base and its differences: mappings merge by key, ``null`` removes a key."""

from scenarios.reading.faults import Place, faulty
from scenarios.reading.nodes import Keys, Node, Scalar
from scenarios.reading.yaml_nodes import parse_value

SETTING = "--set "
"""What the name of a setting's place begins with."""


def with_differences(base: Keys, change: Keys) -> Keys:
    """Return the base with a change laid over it.

    Mappings merge key by key; anything else replaces what was there; nothing
    (``null``) removes it. Keys keep the place where they were written last.
    """
    entries, places = dict(base.entries), dict(base.key_places)
    for key, node in change.entries.items():
        places[key] = change.key_place(key)
        below = entries.get(key)
        if isinstance(node, Scalar) and node.value is None:
            entries.pop(key, None)
        elif isinstance(node, Keys):
            start = below if isinstance(below, Keys) else Keys({}, node.place, {})
            entries[key] = with_differences(start, node)
        else:
            entries[key] = node
    return Keys(entries, change.place, places)


def setting(text: str) -> Keys:
    """Return the difference that ``--set path.to.key=value`` stands for.

    Raises
    ------
    FaultyScenarioError
        If the text has no ``=``, a part of its path is empty, or it is an empty mapping
        for a section, which would change nothing.
    """
    place = Place(f"{SETTING}{text}")
    path, equals, value = text.partition("=")
    keys = path.strip().split(".")
    if not equals or not all(keys):
        raise faulty("bad_setting", place)
    node: Node = parse_value(value, place.file)
    if isinstance(node, Scalar):
        node = Scalar(node.value, place)
    if len(keys) == 1 and isinstance(node, Keys) and not node.entries:
        raise faulty("sets_nothing", place, keys[0], given=keys[0])
    for key in reversed(keys):
        node = Keys({key: node}, place, {key: place})
    return node if isinstance(node, Keys) else Keys({}, place, {})


def section_of(text: str) -> str:
    """Return the section that a setting is about, whether or not it is right."""
    return text.partition("=")[0].partition(".")[0].strip()
