"""Independent faults of different kinds, planted in a sound town at random places."""

import copy
import fnmatch

from hypothesis import strategies as st

WRONG = {
    "people.*.sex": "x", "people.*.born": 1979.1, "people.*.identity": "nobleman",
    "people.*.hours": "many", "people.*.joined": "soon",
    "posts.*.hours": 1000, "posts.*.grade": "cheif", "posts.*.seats": -1,
    "units.*.kind": "castle", "units.*.operates": "perhaps",
    "matters.*.list": "shopping", "matters.*.officers": 0,
    "work.*.priority": 99, "work.*.arrive.per_year": "many", "work.*.name": 7,
    "simulation.replications": 1, "careers.years": "all", "calendar.year": 1066,
}  # fmt: skip
"""Keys with a value that the language doesn't allow."""
NEEDED = (
    "people.*.name", "people.*.identity", "people.*.born", "posts.*.name",
    "posts.*.unit", "units.*.name", "matters.*.unit", "matters.*.list", "work.*.name",
)  # fmt: skip
"""Keys that an entry can't be without."""
NAMING = {
    "people.*.establishment": "nowhere", "people.*.rank": "emperor",
    "posts.*.unit": "nowhere", "posts.*.excludes": ["nobody"],
    "units.*.in_charge": "nobody", "matters.*.unit": "nowhere",
    "work.*.steps.0.who": "nobody", "leader": "nobody",
}  # fmt: skip
"""Keys that name things by their ids, with names that lead nowhere."""
SECTIONS = ("people", "posts", "units", "matters", "work")
STRANGE = "zzqq"
"""A key that is like no key of the language."""
MISSPELT = {
    "people": ("sex", "sexx"), "posts": ("hours", "houres"), "units": ("kind", "kindd"),
    "matters": ("list", "lits"), "work": ("priority", "priorty"),
}  # fmt: skip


def _spots(town, pattern):
    """Return where a pattern leads; the last key of it need not be there."""
    parts = pattern.split(".")

    def walk(value, done, rest):
        if len(rest) == 1:
            yield (*done, rest[0])
        elif isinstance(value, dict):
            for key in fnmatch.filter(value, rest[0]):
                yield from walk(value[key], (*done, key), rest[1:])
        elif isinstance(value, list) and rest[0] == "0" and value:
            yield from walk(value[0], (*done, 0), rest[1:])

    return list(walk(town, (), parts))


def _inside(town, path):
    for part in path:
        town = town[part]
    return town


class Planted:
    """A faulty town, and the paths that its faults are to be told at."""

    def __init__(self, town, told):
        self.town, self.told = town, told

    def __repr__(self):
        return str(self.told)


@st.composite
def planted(draw, sound, most=6):
    """Return a town with a few faults in it."""
    town = copy.deepcopy(sound)
    told: set[str] = set()
    used: set[tuple[str | int, ...]] = set()
    for _ in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(_KINDS))
        kind(draw, town, told, used)
    return Planted(town, sorted(told))


def _free(draw, town, patterns, used):
    """Return a place that no fault has touched."""
    spots = [one for pattern in patterns for one in _spots(town, pattern)]
    spot = draw(st.sampled_from(spots))
    if any(spot[: len(one)] == one or one[: len(spot)] == spot for one in used):
        return None
    used.add(spot)
    return spot


def _put(draw, town, told, used, values):
    pattern = draw(st.sampled_from([*values]))
    spot = _free(draw, town, [pattern], used)
    if spot is not None and (
        "arrive" not in spot or spot[-1] in _inside(town, spot[:-1])
    ):
        _inside(town, spot[:-1])[spot[-1]] = values[pattern]
        told.add(".".join(map(str, spot)))


def _wrong_value(draw, town, told, used):
    _put(draw, town, told, used, WRONG)


def _lost_name(draw, town, told, used):
    values = dict(NAMING)
    if "steps" not in str(town["work"]):
        del values["work.*.steps.0.who"]
    before = set(told)
    _put(draw, town, told, used, values)
    for one in told - before:
        inside = {"who": "posts", "excludes": "0"}.get(one.rpartition(".")[2])
        if inside is not None:
            told.remove(one)
            told.add(f"{one}.{inside}")


def _missing(draw, town, told, used):
    spot = _free(draw, town, NEEDED, used)
    if spot is not None:
        _inside(town, spot[:-1]).pop(spot[-1])
        told.add(".".join(map(str, spot)))


def _strange_key(draw, town, told, used):
    section = draw(st.sampled_from(SECTIONS))
    spot = _free(draw, town, [f"{section}.*.{STRANGE}"], used)
    if spot is not None:
        _inside(town, spot[:-1])[STRANGE] = "?"
        told.add(".".join(spot))


def _misspelt_key(draw, town, told, used):
    section = draw(st.sampled_from(SECTIONS))
    right, wrong = MISSPELT[section]
    spot = _free(draw, town, [f"{section}.*.{right}"], used)
    if spot is not None:
        entry = _inside(town, spot[:-1])
        entry[wrong] = entry.pop(right, 1)
        told.add(".".join((*spot[:-1], wrong)))


def _two_forms(draw, town, told, used):
    """Let a stream be commanded twice, which shows once the rest of it is right."""
    spot = _free(draw, town, ["work.*.post"], used)
    if spot is not None:
        stream = _inside(town, spot[:-1])
        other = "unit" if "post" in stream else "post"
        stream[other] = next(iter(town[f"{other}s"]))
        told.add(".".join(spot[:-1]))


_KINDS = (
    _wrong_value,
    _lost_name,
    _missing,
    _strange_key,
    _misspelt_key,
    _two_forms,
)
