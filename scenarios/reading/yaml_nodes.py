"""YAML 1.2 text to nodes, from PyYAML's events.

Every key and value keeps its line and column. Duplicate keys, tags that would make
objects, and documents that are too deep or too large are faults.
"""

import re
from pathlib import Path

import yaml

from scenarios.reading.faults import FaultyScenarioError, Place, faulty
from scenarios.reading.files import content
from scenarios.reading.limits import USUAL, Limits
from scenarios.reading.nodes import Keys, Node, Scalar
from scenarios.reading.yaml_builder import Builder, Parsed

_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, fifteen times as quick, wherever PyYAML was built with it."""
FULL_WIDTH_COLON = "\uff1a"
_FULL_WIDTH_KEY = re.compile(rf"\s*[^\s:#]+{FULL_WIDTH_COLON}")


def parse_yaml(text: str, file: str, limits: Limits = USUAL) -> Parsed:
    """Return what a YAML text says, up to where it isn't YAML as scenarios use it."""
    builder = Builder(file, limits)
    try:
        for event in yaml.parse(text, Loader=_EVENTS):
            builder.take(event)
    except FaultyScenarioError as error:
        return builder.broken_at(error)
    except yaml.MarkedYAMLError as error:
        return builder.broken_at(_syntax_fault(error, text, file))
    except (yaml.YAMLError, UnicodeEncodeError):
        return builder.broken_at(faulty("not_yaml_text", Place(file)))
    return Parsed(
        builder.root or Keys({}, Place(file, 1, 1), {}), tuple(builder.faults)
    )


def parse_value(text: str, file: str) -> Node:
    """Return the value of a short text, such as one given on the command line.

    Raises
    ------
    FaultyScenarioError
        If it isn't YAML as scenarios use it.
    """
    if not text.strip():
        return Scalar(None, Place(file))
    read = parse_yaml(text, file)
    if read.faults:
        raise FaultyScenarioError(read.faults)
    return read.root


def read_text(path: Path, shown: str, limits: Limits = USUAL) -> str:
    """Return a file's text, which must be UTF-8."""
    found = content(path, shown, limits)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found[: error.start].count(b"\n") + 1
        raise faulty("not_utf8", Place(shown, line)) from None


def _syntax_fault(
    error: yaml.MarkedYAMLError, text: str, file: str
) -> FaultyScenarioError:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return faulty("not_yaml", Place(file), problem=error.problem or "")
    place = Place(file, mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    if mark.line < len(lines) and "\t" in lines[mark.line]:
        return faulty("tab", place)
    for number in (mark.line, mark.line - 1):
        if 0 <= number < len(lines) and _FULL_WIDTH_KEY.match(lines[number]):
            return faulty("full_width_colon", Place(file, number + 1))
    return faulty("not_yaml", place, problem=error.problem or "")
