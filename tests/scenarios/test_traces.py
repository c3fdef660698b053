import pytest

from tests.scenarios.files import HEAD, faults_of

WORK = HEAD + (
    "units: {office: {name: 办}}\nposts: {clerk: {name: 文员, unit: office}}\n"
    "work: {w: {name: 来件, unit: office, arrive: {trace: log.csv},\n"
    "  steps: [{who: clerk, hours: 1}]}}\n"
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("at\n1.5\n2026-03-02T09:30\n2026-03-02\n", []),
        (" at ,hours,who\n0,2,甲\n , ,\n1,0.5,\n", []),
        ("at,hours\nsoon,1\n2,\n", ["2:1 not_a_moment", "3:2 not_number"]),
        (
            "at,hours\n2\n-1,nan\n",
            ["2:1 not_number", "3:1 not_a_moment", "3:2 not_number"],
        ),
        ("at\n2026-03-02T09:30+08:00\n", ["2:1 not_a_moment"]),
        ("when\n1\n", [" no_at_column"]),
        ("", [" no_at_column"]),
        ("at,名\n1,甲\n".encode("gb18030"), [" not_utf8"]),
    ],
)
def test_a_trace_is_checked_cell_by_cell(tmp_path, text, lines):
    expected = [f"log.csv{'' if one[0] == ' ' else ':'}{one}" for one in lines]
    assert faults_of(tmp_path, WORK, log_csv=text) == expected


def test_a_trace_is_a_csv_file(tmp_path):
    text = WORK.replace("log.csv", "log.txt")
    assert faults_of(tmp_path, text, log_txt="at\n1\n") == ["log.txt kind_of_trace"]
