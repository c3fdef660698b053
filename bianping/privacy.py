"""Hiding people's names in everything that a command puts out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bianping.errors import UserError
from bianping.key_file import Key, key_of, write_key
from bianping.request import Request
from scenarios import Town
from scenarios.anonymity import anonymised
from scenarios.pseudonyms import Pseudonym, pseudonyms
from scenarios.reading.faults import FaultyScenarioError
from scenarios.withheld import without_names
from scenarios.words import Words


@dataclass(frozen=True, slots=True)
class Veil:
    """How names are hidden in one run of a command.

    Parameters
    ----------
    key
        The secret, and the people known from former runs.
    file
        Where the key is kept; without a file it is forgotten with the run.
    words
        The language of the names that people go by.
    """

    key: Key
    file: Path | None
    words: Words

    def over_towns(self, towns: Sequence[Town]) -> tuple[Town, ...]:
        """Return towns whose people go by pseudonyms; keep the key if asked to.

        Raises
        ------
        UserError
            If the key can't be written.
        """
        ids = [one.id for one in self.key.people]
        ids += [person for town in towns for person in town.people]
        hidden = pseudonyms(ids, self.key.secret_bytes)
        if self.file is not None and towns:
            write_key(self.file, self.key, towns, hidden)
        return tuple(anonymised(town, hidden, self._shown) for town in towns)

    def over_faults(self, error: FaultyScenarioError) -> FaultyScenarioError:
        """Return faults that name nobody."""
        secret = self.key.secret_bytes
        return FaultyScenarioError(without_names(one, secret) for one in error.faults)

    def _shown(self, person: Pseudonym) -> str:
        return self.words("privacy.person", code=person.code)


def veil_of(request: Request) -> Veil | None:
    """Return how the request wants names to be hidden, if it does.

    Raises
    ------
    UserError
        If its key file can't be used.
    """
    if not request.anonymise and request.key is None:
        return None
    if request.key is not None:
        _refuse_among_results(request.key, request.out or Path("out"))
    return Veil(key_of(request.key), request.key, request.words)


def _refuse_among_results(key: Path, out: Path) -> None:
    if key.resolve().is_relative_to(out.resolve()):
        raise UserError("key_among_results", file=key)
