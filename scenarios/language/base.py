"""What every entry of a scenario file has in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue, SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

PersonId = str
PostId = str
UnitId = str
ModuleId = str
MatterId = str
StreamId = str
LadderId = str
RungId = str
Layer = Literal["chief", "in_charge", "module_lead", "leader"]
"""An office that a decision passes on its way up."""


@dataclass(frozen=True, slots=True)
class Zh:
    """The Chinese names that a key goes by as the heading of a table column.

    Parameters
    ----------
    names
        The usual name first; the others are read as well.
    """

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", names)


@dataclass(frozen=True, slots=True)
class InRow:
    """What a row of a table says about a key, where that is less than YAML can say.

    Parameters
    ----------
    model
        Whose keys are the columns.
    """

    model: type[BaseModel]


class Choice(StrEnum):
    """A closed choice; each member knows its Chinese name, for table cells."""

    zh: str

    def __new__(cls, value: str, zh: str) -> Self:
        """Make a member out of its word in files and its Chinese name."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        return member


class Spec(BaseModel):
    """A part of a scenario: frozen, and with no key but those it names."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        allow_inf_nan=False,
    )
    short_forms: ClassVar[tuple[JsonSchemaValue, ...]] = ()
    """JSON Schemas of what may be written instead of a mapping."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of the mapping, beside those of its short forms."""
        whole = handler.resolve_ref_schema(handler(core_schema))
        cls._title_by_headings(whole.get("properties", {}))
        if not cls.short_forms:
            return whole
        about = whole.get("description", "")
        return {"anyOf": [*cls.short_forms, whole], "description": about}

    @classmethod
    def _title_by_headings(cls, properties: dict[str, JsonSchemaValue]) -> None:
        """Let a key's title be its Chinese heading, if it has one."""
        for key, info in cls.model_fields.items():
            schema = properties.get(info.alias or key, {})
            schema.pop("title", None)
            for heading in info.metadata:
                if isinstance(heading, Zh):
                    schema["title"] = heading.names[0]


class Name(Spec):
    """A name in both languages; a plain text stands for both."""

    short_forms = ({"type": "string"},)

    zh: str
    """The Chinese name."""
    en: str
    """The English name."""

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_both(cls, given: object) -> object:
        return {"zh": given, "en": given} if isinstance(given, str) else given

    def in_language(self, lang: str) -> str:
        """Return the name in ``"zh"`` or ``"en"``."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class _Inside:
    """An id that stands within its entry, where none belongs."""

    given: object


def _own_id(given: object) -> object:
    if isinstance(given, _Inside):
        raise PydanticCustomError(
            "id_inside", "the id is the key that stands before it"
        )
    return given


class Entry(Spec):
    """An entry of a mapping by id; it knows its own id."""

    id: SkipJsonSchema[Annotated[str, BeforeValidator(_own_id)]]
    """The key under which the entry stands; set by the reader."""
    source: Annotated[str | None, Zh("依据")] = None
    """Where the entry's numbers come from: a document, or the word *assumption*."""


EntryT = TypeVar("EntryT", bound=Entry)


def _give_ids(given: object) -> object:
    if not isinstance(given, Mapping):
        return given
    return {key: _with_id(key, entry) for key, entry in given.items()}


def _with_id(key: object, entry: object) -> object:
    if not isinstance(entry, Mapping):
        return entry
    inside = entry.get("id", key)
    return {**entry, "id": key if inside == key else _Inside(inside)}


Entries = Annotated[Mapping[str, EntryT], BeforeValidator(_give_ids)]
"""A mapping by id, whose entries learn their ids."""
