"""Writes ``keys.md`` into the folder of documents: the first argument, or ``docs``."""

import sys
from pathlib import Path

from scenarios.reference import reference

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
(folder / "keys.md").write_text(reference(folder / "examples"), encoding="utf-8")
