"""The key file: the secret behind the pseudonyms, and whose they are.

It is written only when asked for, can be read by its owner alone, and never lies in a
folder of results, which is handed round.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from secrets import token_bytes, token_hex

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bianping.documents import Json, document
from bianping.errors import UserError
from scenarios.pseudonyms import SECRET_BYTES, Pseudonym

SCHEMA = "bianping.key/1"
_OWNER_ALONE = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class KnownPerson(BaseModel):
    """Whose a pseudonym is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    pseudonym: str
    id: str
    name: str


class Key(BaseModel):
    """What a key file holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    schema_: str = Field(default=SCHEMA, alias="schema", pattern=f"^{SCHEMA}$")
    secret: str = Field(pattern=rf"^[0-9a-f]{{{2 * SECRET_BYTES}}}$")
    people: tuple[KnownPerson, ...] = ()

    @property
    def secret_bytes(self) -> bytes:
        """The secret."""
        return bytes.fromhex(self.secret)


def key_of(path: Path | None) -> Key:
    """Return the key in a file; a new one if there is no file, or none is named.

    Raises
    ------
    UserError
        If the file can't be read, isn't a key file, or can be read by others.
    """
    if path is None or not path.exists():
        return Key(secret=token_bytes(SECRET_BYTES).hex())
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UserError("not_a_key", file=path) from None
    if os.name == "posix" and mode & _OTHERS:
        raise UserError("key_open_to_others", file=path)
    try:
        return Key.model_validate_json(text)
    except ValidationError:
        raise UserError("not_a_key", file=path) from None


def write_key(
    path: Path,
    key: Key,
    names: Iterable[tuple[str, str]],
    hidden: Mapping[str, Pseudonym],
) -> None:
    """Write a key file with everybody it knew and everybody on the rosters.

    Parameters
    ----------
    names
        Ids and names; without those that are pseudonyms already.
    hidden
        Pseudonyms by id.

    Raises
    ------
    UserError
        If it can't be written.
    """
    known = {one.id: one for one in key.people}
    for person, name in names:
        known[person] = KnownPerson(pseudonym=str(hidden[person]), id=person, name=name)
    body: dict[str, Json] = {
        "secret": key.secret,
        "people": [known[one].model_dump() for one in sorted(known)],
    }
    try:
        _replace(path, document(SCHEMA, body))
    except OSError:
        raise UserError("cannot_write", path=path) from None


def _replace(path: Path, text: str) -> None:
    """Put a text in a file's place; at no moment can others read any of it."""
    beside = path.with_name(f".{path.name}.{token_hex(8)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(beside, path)  # noqa: PTH105  one call for both systems
    except OSError:
        beside.unlink(missing_ok=True)
        raise
