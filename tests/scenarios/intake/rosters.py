"""One roster, as towns keep it, written in every usual form."""

import csv
import io

from openpyxl import Workbook

TITLE = "柑岭镇机关干部花名册（2026年）"
HEADINGS = [
    "序号", "姓  名", "性别", "出生\n年月", "参加工作\n时间", "所在单位", "现任职务",
    "编制性质", "职级", "政治面貌", "学历", "身份证号", "联系电话", "备注",
]  # fmt: skip
ROWS = [
    [1, "甲01", "男", "1979.04", "2003年8月", "党政办", "主任", "公务员",
     "四级主任科员", "中共党员", "本科", "990101197904150013", "13800138000", ""],
    [2, "甲02", "女", "１９８５.１２", "200907", "党政办", "干事", "事业编制",
     "", "群众", "大专", "11010519491231002X", "028-87654321",
     "卡号4111111111111111"],
    [3, "甲02", "女", "1990.10", "2015-07-01", "农业服务中心", "干事", "工勤",
     "", "团员", "本科", "990105491231002", "13900139000",
     "身份证11010519491231002X"],
]  # fmt: skip
PRIVATE = (
    b"990101197904150013", b"11010519491231002X", b"990105491231002",
    b"13800138000", b"13900139000", b"87654321", b"4111111111111111",
)  # fmt: skip
READ = [
    ("甲01", "m", "1979-04", "2003-08", "党政办", "civil_servant", "是"),
    ("甲02", "f", "1985-12", "2009-07", "党政办", "institution_staff", "否"),
    ("甲02", "f", "1990-10", "2015-07", "农业服务中心", "support_staff", "否"),
]


def as_csv(path, encoding="utf-8", *, title=True):
    """Write the roster as CSV."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    if title:
        writer.writerow([TITLE])
    writer.writerows([HEADINGS, *ROWS])
    path.write_bytes(file.getvalue().encode(encoding))
    return path


def as_workbook(path, *above, headings=HEADINGS, rows=ROWS):
    """Write the roster as a workbook, below some rows of other things."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "花名册"
    for row in (*above, headings, *rows):
        page.append(row)
    book.save(path)
    return path
