"""Whether what a file removes with ``null`` is there at all."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from scenarios.reading.faults import Fault, Place
from scenarios.reading.gaps import Gaps
from scenarios.reading.known import Location, holds_entries, known_keys, unknown
from scenarios.reading.nodes import Keys, Scalar

_LIKE_A_TEXT = re.compile(r"\s|[^\x00-\x7f]")


def removed_in_vain(
    base: Keys, change: Keys, gaps: Gaps, above: Location = ()
) -> Iterator[Fault]:
    """Yield a fault for each key that is removed and not there to be removed.

    A key of the language that the base leaves out may be removed: that says nothing
    new. An id that the base doesn't have is misspelt, and so is an unknown key.

    Parameters
    ----------
    gaps
        What of the base couldn't be read.
    """
    for key, node in change.entries.items():
        path, below = (*above, key), base.entries.get(key)
        if isinstance(node, Keys):
            inner = below if isinstance(below, Keys) else Keys({}, node.place, {})
            yield from removed_in_vain(inner, node, gaps, path)
        elif (
            isinstance(node, Scalar)
            and node.value is None
            and below is None
            and not (holds_entries(above) and gaps.may_name(str(path[0])))
        ):
            yield from _fault(path, change.key_place(key), base)


def _fault(path: Location, place: Place, base: Keys) -> Iterator[Fault]:
    *above, last = path
    shown, key = ".".join(map(str, path)), str(last)
    known = known_keys(tuple(above)) + ([] if above else ["extends"])
    if holds_entries(tuple(above)):
        near = get_close_matches(key, base.entries, n=1)
        values = {"given": key, "nearest": near[0] if near else ""}
        fault = "nothing_to_remove_near" if near else "nothing_to_remove"
        yield Fault(fault, place, shown, values)
    elif key not in known and _LIKE_A_TEXT.search(key):
        yield Fault("cut_by_comma", place, ".".join(map(str, above)), {"given": key})
    elif key not in known:
        name, values = unknown("key", key, known)
        yield Fault(name, place, shown, values)
