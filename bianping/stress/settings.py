"""The settings of calendar and play, with what they are here and by default."""

from collections.abc import Iterator

from pydantic import BaseModel

from scenarios import Town


def settings_table(town: Town) -> str:
    """Return a table in Markdown of every setting of calendar and play."""
    lines = [
        "| 键 key | 此处 here | 缺省 default | meaning |",
        "| --- | --- | --- | --- |",
        *_rows("calendar", town.calendar),
        *_rows("simulation", town.simulation),
    ]
    return "\n".join(lines)


def _rows(section: str, settings: BaseModel) -> Iterator[str]:
    for key, info in type(settings).model_fields.items():
        meaning = " ".join((info.description or "").split())
        here = _told(getattr(settings, key))
        yield f"| `{section}.{key}` | {here} | {_told(info.default)} | {meaning} |"


def _told(value: object) -> str:
    if value is None or value == ():
        return "–"
    return str(value)
