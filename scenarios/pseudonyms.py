"""Pseudonyms: what stands for a person's id where names are not to be seen.

They are keyed hashes: who has the key can say whose they are, nobody else can by
trying names.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Self

from scenarios.language.base import PersonId

SECRET_BYTES = 32
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's digits of base 32: none is mistaken for another."""
_PREFIX = "person-"
_LENGTH, _LONGER = 5, 12


class Pseudonym(str):
    """A person's id that reads as the pseudonym and sorts as the id it stands for.

    So nothing that is worked out with it depends on whether names are hidden.

    Parameters
    ----------
    text
        The pseudonym.
    stands_for
        The id in the files.
    """

    __slots__ = ("stands_for",)
    stands_for: str

    def __new__(cls, text: str, stands_for: str) -> Self:
        """Make a text that knows what it stands for."""
        made = super().__new__(cls, text)
        made.stands_for = stands_for
        return made

    def __reduce__(self) -> tuple[type["Pseudonym"], tuple[str, str]]:
        return Pseudonym, (str(self), self.stands_for)

    def __add__(self, more: str) -> "Pseudonym":
        return Pseudonym(str(self) + more, self.stands_for + more)

    def __lt__(self, other: str) -> bool:
        return self.stands_for < original(other)

    def __le__(self, other: str) -> bool:
        return self.stands_for <= original(other)

    def __gt__(self, other: str) -> bool:
        return self.stands_for > original(other)

    def __ge__(self, other: str) -> bool:
        return self.stands_for >= original(other)

    @property
    def code(self) -> str:
        """What tells it from others, without what all have in common."""
        return self.removeprefix(_PREFIX).upper()


def original(person: PersonId) -> PersonId:
    """Return the id that stands in the files; for what is to be the same for both."""
    return person.stands_for if isinstance(person, Pseudonym) else person


def pseudonyms(
    people: Iterable[PersonId], secret: bytes
) -> Mapping[PersonId, Pseudonym]:
    """Return everybody's pseudonym.

    Parameters
    ----------
    people
        The ids of all who shall be told apart.
    secret
        The key, of `SECRET_BYTES`; the same key gives the same pseudonyms.

    Returns
    -------
    Mapping
        Pseudonyms by id. Where two would be the same, both are longer.
    """
    ids = dict.fromkeys(people)
    short = {one: pseudonym(one, secret) for one in ids}
    first: dict[str, PersonId] = {}
    alike: set[str] = set()
    for one, made in short.items():
        if first.setdefault(str(made), one) != one:
            alike.add(str(made))
    return {
        one: pseudonym(one, secret, _LONGER) if str(made) in alike else made
        for one, made in short.items()
    }


def pseudonym(person: PersonId, secret: bytes, length: int = _LENGTH) -> Pseudonym:
    """Return the pseudonym of one id, whatever others there are."""
    digest = blake2b(person.encode("utf-8", "surrogatepass"), key=secret).digest()
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:length])
    return Pseudonym(_PREFIX + letters, person)
