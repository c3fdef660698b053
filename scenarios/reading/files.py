"""Where a scenario's files may lie, and how they are shown to the user."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from scenarios.reading.faults import Place, faulty
from scenarios.reading.limits import USUAL, Limits

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder tree that a scenario may read from.

    Parameters
    ----------
    root
        The folder of the scenario file that the user named.
    outside
        Whether files outside it are allowed too.
    limits
        Bounds on what is read.
    """

    root: Path
    outside: bool = False
    limits: Limits = USUAL

    def find(self, name: str, beside: Path, place: Place) -> Path:
        """Return the path of a file named in another.

        Raises
        ------
        FaultyScenarioError
            If it lies outside the tree, also behind a link, or can't be a name.
        """
        try:
            path = (beside.parent / name).resolve()
            with suppress(FileNotFoundError, NotADirectoryError):
                path.stat()
        except (OSError, ValueError, RuntimeError):
            raise faulty("bad_file_name", place, file=name) from None
        if not self.outside and not path.is_relative_to(self.root.resolve()):
            raise faulty("outside_tree", place, file=name)
        return path

    def shown(self, path: Path) -> str:
        """Return a path as messages show it: from the root where it lies within."""
        root = self.root.resolve()
        return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def content(path: Path, shown: str, limits: Limits) -> bytes:
    """Return a file's bytes, never reading more of it than the limits allow.

    Raises
    ------
    FaultyScenarioError
        If it isn't there, can't be read, or is too large.
    """
    place = Place(shown)
    try:
        with path.open("rb") as file:
            found = _beginning(file, limits.file_bytes + 1)
    except FileNotFoundError:
        raise faulty("no_such_file", place) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise faulty("unreadable", place, why=why) from None
    if len(found) > limits.file_bytes:
        raise faulty("too_large", place, most=limits.file_bytes)
    return found


def _beginning(file: IO[bytes], most: int) -> bytes:
    """Return at most so many bytes, without setting memory aside for all of them."""
    parts: list[bytes] = []
    left = most
    while left and (part := file.read(min(left, _CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
