"""A file with a new duty: a difference that brings matters and work, and their needs.

It is read as any difference is, and laid over a scenario; but it may only hold what a
duty can bring along. Rules, goals and the calendar stay as they are, so that accepting
and declining the duty differ in the duty alone.
"""

from dataclasses import replace
from pathlib import Path

from scenarios.reading.faults import Fault
from scenarios.reading.files import Folder
from scenarios.reading.known import unknown
from scenarios.reading.layers import Layer, layer_of
from scenarios.reading.nodes import Keys

SECTIONS = (
    "schema", "name", "summary", "matters", "work", "posts", "people", "units",
    "scores", "pins",
)  # fmt: skip
"""What a duty may bring along."""


def read_duty(path: Path, folder: Folder) -> Layer:
    """Return what a duty's file says; what a duty can't bring is a fault."""
    layer = layer_of(path, folder)
    document = layer.keys
    strange = [key for key in document.entries if key not in SECTIONS]
    faults = [
        Fault(fault, document.key_place(key), key, values)
        for key in strange
        for fault, values in (unknown("key", key, SECTIONS),)
    ]
    kept = {key: one for key, one in document.entries.items() if key in SECTIONS}
    keys = Keys(kept, document.place, document.key_places)
    return replace(layer, keys=keys, faults=(*layer.faults, *faults))
