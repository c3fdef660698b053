"""The same property, with coverage as the guide: what libFuzzer finds through atheris.

Atheris is no dependency of ours. In an environment that has it beside our own::

    python -m tests.scenarios.fuzzing.guided yaml -max_total_time=300 -rss_limit_mb=1024

The first word is ``yaml``, ``csv`` or ``sheet`` (the XML of a workbook's only sheet);
what follows are libFuzzer's own options. Whatever ends the run is a bug.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["scenarios", "yaml", "openpyxl"]):
    import scenarios
    from tests.scenarios.fuzzing.property import told
    from tests.scenarios.fuzzing.tables import SECTIONS, scenario
    from tests.scenarios.hostile import SHEET, with_part, workbook

GANLING = Path(scenarios.__file__).parent / "ganling"
BOOK = workbook(["编号", "姓名", "身份"], ["p1", "甲", "公务员"])
SEEDS = {
    "yaml": [file.read_bytes() for file in GANLING.glob("*.yaml")],
    "csv": [b"\x00" + file.read_bytes()[:2000] for file in GANLING.glob("*.csv")],
    "sheet": [b'\x00<worksheet><sheetData><row r="1"><c r="A1"/></row></sheetData>'],
}


def files(kind, content):
    """Return a scenario and its table; the first byte says of which section."""
    if kind == "yaml":
        return {"flat.yaml": content, "b.yaml": b"schema: 1\nname: b\n"}
    section = [*SECTIONS][(content or b"\x00")[0] % len(SECTIONS)]
    table = "t.csv" if kind == "csv" else "t.xlsx"
    inside = content[1:] if kind == "csv" else with_part(BOOK, SHEET, content[1:])
    return {"flat.yaml": scenario(section, table), table: inside}


def main(kind, options):
    """Drive the reader until something ends it, or the time is up."""
    with tempfile.TemporaryDirectory() as folder:
        corpus, town = Path(folder) / "corpus", Path(folder) / "town"
        corpus.mkdir()
        town.mkdir()
        for number, seed in enumerate(SEEDS[kind]):
            (corpus / str(number)).write_bytes(seed)

        def read(content):
            for name, made in files(kind, content).items():
                (town / name).write_bytes(made)
            told(town, (), "zh")

        atheris.Setup([sys.argv[0], *options, str(corpus)], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
