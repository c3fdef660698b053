from bianping.words import catalogue
from simulation.measures.tally import Tally
from tests.simulation.offices import office, played, stream
from tests.simulation.test_replicate import busy_town


def test_every_measure_has_a_name_a_unit_and_a_meaning():
    texts = catalogue("zh").texts
    for name in {name for name, _ in played(busy_town())[1]}:
        for part in ("name", "unit", "meaning"):
            assert texts[f"measures.{name}.{part}"]


def test_percentiles_are_values_that_occurred():
    tally = Tally(["town", "empty"])
    tally.extend(["town", "elsewhere"], range(1, 21))
    found = dict(tally.percentiles("wait", 50, 90, 95))
    assert [found[f"wait_p{percent}", "town"] for percent in (50, 90, 95)] == [
        10,
        18,
        19,
    ]
    assert found["wait_p50", "empty"] != found["wait_p50", "empty"]
    assert ("wait_p50", "elsewhere") not in found


def test_clashes_of_pairs_and_of_weeks_add_up_to_those_of_the_town():
    design = office(
        people={"ann": {"holds": ["desk", "head", "vice"]}},
        leader="head",
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "in_charge": "vice"},
        },
        posts={"head": {"unit": "top"}, "vice": {"unit": "top"}, "desk": {}},
        work={
            "one": stream("desk", 2, arrive={"per_year": 300}),
            "two": stream("desk", 2, arrive={"per_year": 300}, post="head"),
        },
    )
    _, measures = played(design)

    def total(kind):
        return sum(
            value
            for (name, of), value in measures.items()
            if name == "clashes" and of.startswith(kind)
        )

    assert total("town") > 50
    assert total("leads:") == total("week:") == total("person:") == total("town")
    # Both leads have their part in each clash.
    assert total("lead:") == 2 * total("town")
    assert measures["span_people", "lead:vice"] == 1
    load = sum(value for (name, _), value in measures.items() if name == "span_load")
    assert abs(load - 600 * 2 / 52) < 4


def test_a_town_without_work_has_a_year_of_nothing():
    design = office(people={"ann": {}}, posts={"desk": {"backups": 0}}, work={})
    log, measures = played(design)
    assert {row.event for row in log.rows} <= {"away"}
    assert measures["arrived", "town"] == 0
