"""Writing small scenarios to a folder, for tests of reading them."""

from scenarios.load import Reading, load
from scenarios.reading.faults import FaultyScenarioError

HEAD = "schema: 1\nname: 小镇\n"


def read(folder, text, **others):
    """Write ``flat.yaml`` and other files (``town_yaml=…``) and load it."""
    write(folder, text, others)
    return load(folder / "flat.yaml")


def write(folder, text, others):
    """Write ``flat.yaml`` and other files by their names."""
    for name, content in {"flat_yaml": text, **others}.items():
        stem, _, ending = name.rpartition("_")
        path = folder / f"{stem}.{ending}"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")


def faults_of(folder, text, settings=(), **others):
    """Return the faults as ``place key path`` lines; empty if it loads."""
    write(folder, text, others)
    try:
        load(folder / "flat.yaml", Reading(settings))
    except FaultyScenarioError as error:
        return [f"{one.place} {one.key} {one.path}".strip() for one in error.faults]
    return []
