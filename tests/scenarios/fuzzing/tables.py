"""Tables with the language's own headings and cells of all kinds under them."""

import csv
import io
import zipfile
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st
from openpyxl import Workbook

from scenarios.language.matters import Matter, Score
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.work import Stream
from scenarios.reading.headings import columns
from tests.scenarios.fuzzing.documents import TEXTS
from tests.scenarios.fuzzing.mutations import broken

SECTIONS = {
    "people": Person,
    "posts": Post,
    "matters": Matter,
    "work": Stream,
    "scores": Score,
}


def scenario(section, file, sheet=None):
    """Return a scenario that takes a section from a table."""
    inside = f"table: {file}" + (f", sheet: {sheet}" if sheet else "")
    return f"schema: 1\nname: 镇\n{section}: {{{inside}}}\n".encode()


@st.composite
def grids(draw, section, cells):
    """Return rows of cells under headings that are mostly right."""
    known = ["编号", "id", *columns(SECTIONS[section])]
    heads = draw(st.lists(st.sampled_from([*known, "", "x"]), max_size=8))
    row = st.lists(cells, max_size=9)
    return [*draw(st.sampled_from([[], [[]]])), heads, *draw(st.lists(row, max_size=4))]


@st.composite
def csv_files(draw, section):
    """Return a CSV file in one encoding or another."""
    file = io.StringIO()
    texts = st.one_of(
        st.sampled_from(TEXTS), st.text(max_size=6), st.integers().map(str)
    )
    writer = csv.writer(file, delimiter=draw(st.sampled_from(",,,,;\t")))
    writer.writerows(draw(grids(section, texts)))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]))
    return file.getvalue().encode(encoding, "replace")


CELLS = st.one_of(
    st.sampled_from([text for text in TEXTS if "\x00" not in text]),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.dates(date(1900, 1, 1)),
    st.datetimes(datetime(1900, 1, 1)),  # noqa: DTZ001  cells know no zones
    st.just(time(8, 30)),
    st.just(timedelta(days=3)),
    st.sampled_from(["=1+1", "=NOW()", "#REF!", "#DIV/0!"]),
)


@st.composite
def workbooks(draw, section):
    """Return a workbook of one to three sheets, some without cells."""
    book = Workbook()
    book.remove(book.worksheets[0])
    page = book.create_sheet("页")
    for row in draw(grids(section, CELLS)):
        page.append(row)
    if draw(st.booleans()):
        page.merge_cells("A1:B2")
    for kind in draw(st.lists(st.sampled_from(["sheet", "chart"]), max_size=2)):
        index = draw(st.integers(0, 1))
        make = book.create_sheet if kind == "sheet" else book.create_chartsheet
        make(index=index)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@st.composite
def repacked(draw, original):
    """Return a workbook some of whose parts were broken, dropped or put in twice."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as packed,
        zipfile.ZipFile(file, "w") as new,
    ):
        names = packed.namelist()
        victim = draw(st.sampled_from(names))
        fate = draw(st.sampled_from(["broken", "broken", "broken", "dropped", "other"]))
        for name in names:
            content = packed.read(name)
            if name == victim and fate == "dropped":
                continue
            if name == victim:
                other = packed.read(draw(st.sampled_from(names)))
                content = draw(broken(content)) if fate == "broken" else other
            new.writestr(name, content)
    return file.getvalue()
