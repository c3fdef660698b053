import ast
from pathlib import Path

import scenarios.reading
from bianping.words import catalogue
from scenarios.reading.validation import _KEYS, OWN_TYPES


def keys_in_code():
    """Every text of the reader's code that goes by the name of a fault's key."""
    folder = Path(scenarios.reading.__file__).parent
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="Fault" | "faulty"),
                    args=[ast.Constant(value=str(key)), *_],
                ):
                    yield key
                case ast.Assign(targets=[ast.Name(id="key")], value=ast.IfExp() as one):
                    yield from (
                        part.value
                        for part in (one.body, one.orelse)
                        if isinstance(part, ast.Constant)
                    )
                case ast.JoinedStr(values=[ast.Constant(value="unknown_"), *_]):
                    yield from ("unknown_key", "unknown_choice")
                    yield from ("unknown_key_near", "unknown_choice_near")


def test_every_fault_has_its_text():
    known = {
        key.removeprefix("faults.text.")
        for key in catalogue("zh").texts
        if key.startswith("faults.text.")
    }
    assert {*keys_in_code(), *_KEYS.values(), *OWN_TYPES} <= known
