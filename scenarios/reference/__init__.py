"""The page of all keys, ``docs/keys.md``, made from the language's own models.

``python -m scenarios.reference docs`` writes it anew; a test holds page and code
together.
"""

from scenarios.reference.page import reference
from scenarios.reference.sections import SECTIONS

__all__ = ["SECTIONS", "reference"]
