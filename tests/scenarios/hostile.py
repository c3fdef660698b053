"""Files made to harm whoever reads them."""

import io
import zipfile

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
ENTITY = (
    "<!DOCTYPE x [<!ENTITY a {value}>]>"
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{use}</t></is></c></row>'
    "</sheetData></worksheet>"
)


def workbook(*rows):
    """Return a workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content, name, part):
    """Return a workbook with one of its parts replaced or put in."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return file.getvalue()


def zip_bomb(content):
    """Return a workbook of a few hundred kilobytes that unpacks to 200 MB."""
    sheet = b"<worksheet><sheetData>" + b" " * 200_000_000
    return with_part(content, SHEET, sheet)


def outer_entity(content, path, encoding="utf-8"):
    """Return a workbook whose texts want to come out of another file."""
    sheet = ENTITY.format(value=f'SYSTEM "file://{path}"', use="&a;")
    return with_part(content, SHEET, (" " * 20_000 + sheet).encode(encoding))


def entity_bomb(content):
    """Return a workbook whose one text is 100,000 copies of a long one."""
    sheet = ENTITY.format(value=f'"{"x" * 50_000}"', use="&a;" * 100_000)
    return with_part(content, SHEET, sheet)


def far_cell(cell):
    """Return a workbook with one cell far away from the others."""
    book = Workbook()
    book.worksheets[0]["A1"] = "编号"
    book.worksheets[0][cell] = "x"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def laughing_aliases(levels=9):
    """Return YAML whose aliases come to ten to so many values."""
    first = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    more = (
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, levels)
    )
    return (first + "".join(more)).encode()
