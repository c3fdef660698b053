"""Layers: whom a decision passes on its way up.

1 January 2026 is a Thursday, and a working day of the plain calendar; the working
day is from 9 to 17.
"""

import pytest

from simulation.rows import Event
from tests.simulation.offices import (
    at,
    completed,
    moments,
    office,
    played,
    stream,
    traced,
)


def test_a_decision_passes_each_layer_and_waits_for_a_busy_leader(tmp_path):
    design = office(
        people={
            "ann": {"holds": ["chief"]},
            "bob": {"holds": ["vice"]},
            "cyd": {"holds": ["head"]},
        },
        leader="head",
        layers=["chief", "in_charge", "leader"],
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "in_charge": "vice", "chief": "chief"},
        },
        posts={"head": {"unit": "top"}, "vice": {"unit": "top"}, "chief": {}},
        work={
            "speech": stream(
                "head", 3, arrive=traced(tmp_path, "speech", ("2026-01-01T09:00",))
            ),
            "permit": {
                "name": "证",
                "unit": "office",
                "arrive": traced(tmp_path, "permit", ("2026-01-01T09:00",)),
                "steps": [{"approve": "up_to", "layer": "leader", "hours": 0.5}],
            },
        },
    )
    log, measures = played(design)
    assert moments(log, Event.BEGAN, "permit") == [
        at("01-01T09:00"),
        at("01-01T09:30"),
        at("01-01T12:00"),
    ]
    assert measures["decision_queue_hours", "lead:head"] == 2.0
    assert measures["decision_queue_hours", "post:chief"] == 0.0
    flat = design.model_copy(update={"layers": ("leader",)})
    assert len(moments(played(flat)[0], Event.BEGAN, "permit")) == 1


LAYERS = ("chief", "in_charge", "module_lead", "leader")


def ministry(folder, layers):
    """Return a town in which three permits pass layers of half an hour each.

    The module's lead has a speech of two hours to write first.
    """
    return office(
        people={f"p_{layer}": {"holds": [layer]} for layer in LAYERS},
        leader="leader",
        layers=layers,
        modules={"module": {"name": "模块", "lead": "module_lead"}},
        units={
            "office": {
                "name": "办",
                "module": "module",
                "in_charge": "in_charge",
                "chief": "chief",
            }
        },
        posts={layer: {"backups": 0} for layer in LAYERS},
        work={
            "speech": stream(
                "module_lead",
                2,
                arrive=traced(folder, "speech", ("2026-01-01T15:00",)),
            ),
            "permit": {
                "name": "证",
                "unit": "office",
                "arrive": traced(folder, "permit", *[("2026-01-01T15:00",)] * 3),
                "steps": [{"approve": "up_to", "layer": "leader", "hours": 0.5}],
            },
        },
    )


@pytest.mark.parametrize(
    ("layers", "ends"),
    [
        (LAYERS, ["01-02T10:00", "01-02T10:30", "01-02T11:00"]),
        (("module_lead", "leader"), ["01-02T10:00", "01-02T10:30", "01-02T11:00"]),
        (("chief", "leader"), ["01-01T16:00", "01-01T16:30", "01-01T17:00"]),
    ],
)
def test_three_permits_pass_four_layers_or_two(tmp_path, layers, ends):
    """With four, those below are done by five; the lead begins the next morning."""
    log, measures = played(ministry(tmp_path, layers))
    assert completed(log, "permit") == [at(end) for end in ends]
    assert measures["completed", "stream:permit"] == 3
