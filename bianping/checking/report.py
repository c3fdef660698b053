"""All that ``bianping check`` says, in lines for a terminal and as one document."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bianping.checking.advice_texts import advice_lines, advice_rows
from bianping.checking.change_texts import change_lines, change_rows
from bianping.checking.contents import contents
from bianping.checking.lines import content_lines
from bianping.checking.structure_texts import structure_document, structure_lines
from bianping.console import fault_lines
from bianping.documents import Json, document
from optimizer.advice import advice
from scenarios import Town
from scenarios.language.base import Choice
from scenarios.reading.faults import FaultyScenarioError
from scenarios.reading.references import posts_of_other_designs
from scenarios.structure import overview
from scenarios.words import Words


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read.

    Parameters
    ----------
    towns
        The scenarios without faults; the others are compared with the first.
    faults
        Those of the rest.
    with_structure
        Whether structures are looked at too.
    """

    towns: tuple[Town, ...]
    faults: FaultyScenarioError
    with_structure: bool = False


def check_lines(checked: Checked, words: Words) -> Iterator[str]:
    """Yield the lines for a terminal; faults go elsewhere."""
    for town in checked.towns:
        yield from content_lines(town, words)
        if checked.with_structure:
            yield from structure_lines(town, overview(town), words)
        yield from advice_lines(town, advice(town), words)
        yield words("console.check.ok")
        yield ""
    for other in checked.towns[1:]:
        yield from change_lines(checked.towns[0], other, words)
        yield ""


def check_document(checked: Checked, words: Words) -> str:
    """Return everything as one JSON document."""
    faults: list[Json] = [*fault_lines(checked.faults, words)]
    body: dict[str, Json] = {
        "scenarios": [
            _scenario(town, words, with_structure=checked.with_structure)
            for town in checked.towns
        ],
        "faults": faults,
    }
    if len(checked.towns) > 1:
        first, *others = checked.towns
        body["base"] = first.id
        body["changes"] = change_rows(first, others)
    return document("bianping.check/1", body)


def _scenario(town: Town, words: Words, *, with_structure: bool) -> Json:
    said: dict[str, Json] = {
        "id": town.id,
        "name": {"zh": town.name.zh, "en": town.name.en},
        "holds": {key: _plain(values) for key, values in contents(town).items()},
        "posts_of_other_designs": list(posts_of_other_designs(town)),
        "advice": advice_rows(town, advice(town), words),
    }
    if with_structure:
        said["structure"] = structure_document(town, overview(town), words)
    return said


def _plain(values: Mapping[str, int | Counter[Choice]]) -> Json:
    return {
        name: value
        if isinstance(value, int)
        else {one.value: count for one, count in value.items()}
        for name, value in values.items()
    }
