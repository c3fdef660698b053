"""A new folder, whole or not there, that never overwrites anything."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bianping.workspace.errors import WorkspaceError


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a folder to write to; its files go to their place once all went well.

    Raises
    ------
    WorkspaceError
        If something other than an empty folder stands there, or nothing can be written.
    """
    require_room(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=".bianping-", dir=path.parent))
    except OSError:
        raise WorkspaceError("cannot_write", path=path) from None
    try:
        yield unfinished
        path.mkdir(exist_ok=True)
        require_room(path)
        for file in sorted(unfinished.iterdir()):
            os.replace(file, path / file.name)  # noqa: PTH105  one call for both systems
    except OSError:
        raise WorkspaceError("cannot_write", path=path) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def require_room(path: Path) -> None:
    """Require that nothing stands at a path but at most an empty folder.

    Raises
    ------
    WorkspaceError
        If something does.
    """
    try:
        if path.exists() and not path.is_dir():
            raise WorkspaceError("not_a_folder", path=path)
        if path.is_dir() and any(path.iterdir()):
            raise WorkspaceError("not_empty", path=path)
    except OSError:
        raise WorkspaceError("cannot_write", path=path) from None
