"""An output folder that is either whole or not there.

Files are written to a folder beside it, whose name says that it is unfinished; when
the last is written, the folder takes its place. The file ``manifest.json`` lists what
belongs to it, and marks a folder as ours: nobody else's is ever replaced.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bianping.documents import Json, document
from bianping.errors import InterruptedWorkError, UserError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Output:
    """An output folder that is being written."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Path:
        """Write one file, in UTF-8 if it is text."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode("utf-8") if isinstance(content, str) else content
        path.write_bytes(data)
        return path

    def path(self, name: str) -> Path:
        """Return where a file is to be written by others."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


@contextmanager
def output_folder(path: Path) -> Iterator[Output]:
    """Give a folder to write to, and put it in its place once all went well.

    Raises
    ------
    UserError
        If something stands there that isn't an output folder of ours, or nothing can
        be written there.
    InterruptedWorkError
        Instead of `KeyboardInterrupt`; the unfinished folder keeps what was done.
    """
    require_place(path)
    unfinished = _unfinished(path)
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        (unfinished / MANIFEST).write_text("{}\n", encoding="utf-8")
    except OSError:
        raise UserError("cannot_write", path=path) from None
    output = Output(unfinished)
    try:
        yield output
    except KeyboardInterrupt:
        raise InterruptedWorkError(unfinished) from None
    output.write(MANIFEST, document("bianping.manifest/1", {"files": _listing(output)}))
    _put_in_place(unfinished, path)


def require_place(path: Path) -> None:
    """Require that an output folder can be written, before anything is computed.

    Raises
    ------
    UserError
        As `output_folder` does.
    """
    try:
        _refuse_foreign(path)
        _refuse_foreign(_unfinished(path))
        nearest = next(one for one in path.absolute().parents if one.exists())
    except OSError:
        raise UserError("cannot_write", path=path) from None
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        raise UserError("cannot_write", path=path)


def _unfinished(path: Path) -> Path:
    return path.parent / f"{path.name}.unfinished"


def _listing(output: Output) -> list[Json]:
    return [
        {
            "name": file.relative_to(output.folder).as_posix(),
            "sha256": sha256(file.read_bytes()).hexdigest(),
        }
        for file in sorted(output.folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    ]


def _refuse_foreign(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise UserError("not_a_folder", path=path)
    if path.is_dir() and any(path.iterdir()) and not (path / MANIFEST).is_file():
        raise UserError("foreign_folder", path=path)


def _put_in_place(unfinished: Path, path: Path) -> None:
    former = path.parent / f"{path.name}.former"
    shutil.rmtree(former, ignore_errors=True)
    if path.exists():
        os.replace(path, former)  # noqa: PTH105  one call for both systems
    os.replace(unfinished, path)  # noqa: PTH105
    shutil.rmtree(former, ignore_errors=True)
