"""Clashes: how often an arrival finds the other lead's work in hand."""

from tests.simulation.offices import stream
from tests.simulation.theory.desks import HOURS, agrees, exponential, town_hall
from tests.simulation.theory.formulas import khinchine_wait

RATES = {"pave": 0.08, "audit": 0.05}
MEANS = {"pave": 4.0, "audit": 6.0}
LEADS = {"pave": "vice", "audit": "mayor"}


def two_leads(**keys):
    """Ann does two leads' work; whoever asks waits for what she has in hand."""
    return town_hall(
        {"ann": {"holds": ["desk"]}},
        {name: {"backups": 0} for name in ("desk", *LEADS.values())},
        {
            name: stream(
                "desk",
                exponential(MEANS[name]),
                arrive={"per_hour": rate},
                post=LEADS[name],
                **keys.get(name, {}),
            )
            for name, rate in RATES.items()
        },
    )


def test_work_clashes_as_often_as_it_finds_the_other_leads_in_hand():
    """Arrivals see what is so on average: the other's share of Ann's time."""
    pave, audit = (RATES[name] * MEANS[name] for name in RATES)
    found = HOURS * (RATES["pave"] * audit + RATES["audit"] * pave)
    second = 2 * sum(RATES[name] * MEANS[name] ** 2 for name in RATES)
    wait = second / 2 / (1 - pave - audit)
    expected = {
        ("clashes", "town"): found,
        ("clashes_waited", "town"): found,
        ("waiting_hours", "town"): wait,
    }
    assert agrees(two_leads(), expected)


def test_urgent_work_clashes_only_with_what_it_interrupts():
    """Urgent work finds the other's in hand unless it has an urgent line of its own."""
    pave, audit = (RATES[name] * MEANS[name] for name in RATES)
    interrupted = HOURS * RATES["audit"] * pave
    waited = HOURS * RATES["pave"] * audit
    design = two_leads(audit={"urgent": True})
    expected = {
        ("clashes_interrupted", "town"): interrupted,
        ("clashes_waited", "town"): waited,
        ("waiting_hours", "stream:audit"): khinchine_wait(
            RATES["audit"], MEANS["audit"], 1
        ),
    }
    assert agrees(design, expected)
