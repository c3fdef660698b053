"""Hiding people's names in everything that a command puts out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bianping.errors import UserError
from bianping.key_file import Key, key_of, write_key
from scenarios import Town
from scenarios.anonymity import anonymised
from scenarios.intake.anonymity import anonymised_intake, names_of
from scenarios.intake.findings import Intake
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
        names = [(one.id, one.name) for town in towns for one in town.people.values()]
        hidden = self._hidden(names)
        return tuple(anonymised(town, hidden, self._shown) for town in towns)

    def over_intake(self, intake: Intake) -> Intake:
        """Return a roster whose people go by pseudonyms; keep the key if asked to.

        Raises
        ------
        UserError
            If the key can't be written.
        """
        names = names_of(intake)
        hidden = self._hidden([*names.items()])
        return anonymised_intake(
            intake, {person: self._shown(hidden[person]) for person in names}
        )

    def over_faults(self, error: FaultyScenarioError) -> FaultyScenarioError:
        """Return faults that name nobody."""
        secret = self.key.secret_bytes
        return FaultyScenarioError(without_names(one, secret) for one in error.faults)

    def _hidden(self, names: Sequence[tuple[str, str]]) -> Mapping[str, Pseudonym]:
        """Return pseudonyms by id; whose they are goes into the key file, if any.

        A name that is somebody's own pseudonym comes from a roster that was taken in
        without names, and takes nobody's place.
        """
        ids = [*(one.id for one in self.key.people), *(person for person, _ in names)]
        hidden = pseudonyms(ids, self.key.secret_bytes)
        if self.file is not None and names:
            real = (
                (person, name)
                for person, name in names
                if hidden[person].code not in name
            )
            write_key(self.file, self.key, real, hidden)
        return hidden

    def _shown(self, person: Pseudonym) -> str:
        return self.words("privacy.person", code=person.code)


def veil_of(
    key: Path | None, out: Path, words: Words, *, anonymise: bool
) -> Veil | None:
    """Return how names are to be hidden, if they are.

    Parameters
    ----------
    key
        Where the key is kept; naming a file asks for pseudonyms.
    out
        The folder of results, in which no key may lie.

    Raises
    ------
    UserError
        If the key file can't be used.
    """
    if not anonymise and key is None:
        return None
    if key is not None:
        _refuse_among_results(key, out)
    return Veil(key_of(key), key, words)


def _refuse_among_results(key: Path, out: Path) -> None:
    if key.resolve().is_relative_to(out.resolve()):
        raise UserError("key_among_results", file=key)
