"""A scenario file and those it extends, laid over one another."""

from pathlib import Path

from scenarios.reading.differences import with_differences
from scenarios.reading.documents import read_document
from scenarios.reading.faults import faulty
from scenarios.reading.files import Folder
from scenarios.reading.nodes import Keys, Scalar


def read_chain(path: Path, folder: Folder) -> Keys:
    """Return a file's keys over those of the files it extends.

    Raises
    ------
    FaultyScenarioError
        With the faults of the first file that has any, or if the chain is a circle
        or too long.
    """
    files = [path.resolve()]
    documents = [read_document(path, folder)]
    while (base := documents[-1].entries.get("extends")) is not None:
        if not isinstance(base, Scalar) or not isinstance(base.value, str):
            raise faulty("not_text", base.place, "extends")
        found = folder.find(base.value, files[-1], base.place)
        if found in files:
            names = " → ".join(folder.shown(one) for one in [*files, found])
            raise faulty("circle", base.place, "extends", files=names)
        if len(files) >= folder.limits.chain:
            raise faulty("chain_too_long", base.place, "extends", most=len(files))
        if not found.is_file():
            raise faulty("no_such_base", base.place, "extends", file=base.value)
        files.append(found)
        documents.append(read_document(found, folder))
    return _laid_over(documents)


def _laid_over(documents: list[Keys]) -> Keys:
    whole = Keys({}, documents[-1].place, {})
    for document in reversed(documents):
        whole = with_differences(whole, document)
    entries = {key: node for key, node in whole.entries.items() if key != "extends"}
    return Keys(entries, whole.place, whole.key_places)
