"""What couldn't be read of a scenario, so that it isn't called missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What may be written though it wasn't read.

    Parameters
    ----------
    everything
        Whether a whole file couldn't be read.
    sections
        Sections some of whose entries, or parts of them, may be unread.
    ids
        Sections with rows that have no id.
    columns
        Sections of whose table a heading isn't known, with the keys of the others.
    """

    everything: bool = False
    sections: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    columns: Mapping[str, frozenset[Path]] = field(default_factory=dict)

    def may_hold(self, section: str) -> bool:
        """Whether a section may hold entries that aren't known."""
        return self.everything or section in self.sections

    def may_name(self, section: str) -> bool:
        """Whether an id that isn't known may be one of a section's."""
        return self.may_hold(section) or section in self.ids

    def may_say(self, section: str, key: Path) -> bool:
        """Whether the key of an entry may be given though it isn't known."""
        if self.may_hold(section):
            return True
        headed = self.columns.get(section)
        if headed is None:
            return False
        return not key or not any(one[: len(key)] == key for one in headed)


def joined(parts: Iterable[Gaps]) -> Gaps:
    """Return all the gaps of several files."""
    given = tuple(parts)
    return Gaps(
        any(one.everything for one in given),
        frozenset().union(*(one.sections for one in given)),
        frozenset().union(*(one.ids for one in given)),
        {key: paths for one in given for key, paths in one.columns.items()},
    )
