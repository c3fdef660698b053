"""What gives a text in the user's language, wherever one is needed."""

from typing import Literal, Protocol

from scenarios.language.base import Name

Lang = Literal["zh", "en"]
"""A language of the user's."""


class Words(Protocol):
    """Texts by key, in one language."""

    @property
    def lang(self) -> Lang:
        """The language."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with its blanks filled in."""

    def name(self, name: Name) -> str:
        """Return a scenario's own name for a thing."""
