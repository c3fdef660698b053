"""Work that takes several people at one time: everybody, two of two, and visits."""

from simulation.rows import Event
from tests.simulation.offices import stream
from tests.simulation.theory.chains import on_average
from tests.simulation.theory.desks import (
    FOREVER,
    WAIT,
    agrees,
    deviation,
    exponential,
    town_hall,
    years,
)
from tests.simulation.theory.formulas import (
    erlang_wait,
    interrupting_times,
    khinchine_wait,
)

ALONE, JOINT, MEAN = 0.05, 0.03, 4.0


def test_work_that_seizes_everybody_at_once_has_one_line():
    everybody = {"posts": ["team"], "count": 3}
    design = town_hall(
        {f"p{number}": {"holds": ["team"]} for number in range(3)},
        {"team": {"seats": 3, "backups": 0}},
        {"raids": stream(everybody, exponential(8), arrive={"per_hour": 0.1})},
    )
    assert agrees(design, {WAIT: erlang_wait(0.1, 8, 1)})


def alone_and_jointly(patience):
    both = {"posts": ["left", "right"], "count": 2}
    work = {
        "joint": stream(
            both, exponential(MEAN), arrive={"per_hour": JOINT}, priority=1
        ),
        **{
            name: stream(name, exponential(MEAN), arrive={"per_hour": ALONE})
            for name in ("left", "right")
        },
    }
    return town_hall(
        {"ann": {"holds": ["left"]}, "bob": {"holds": ["right"]}},
        {"left": {"backups": 0}, "right": {"backups": 0}},
        work,
        patience_hours=patience,
    )


def times(joint, alone):
    of_alone = {("time_in_system_hours", f"stream:{one}"): alone for one in SIDES}
    return {("time_in_system_hours", "stream:joint"): joint} | of_alone


SIDES = ("left", "right")


def test_two_who_are_called_together_at_once_leave_their_own_work():
    expected = interrupting_times([JOINT, ALONE], MEAN)
    assert agrees(alone_and_jointly(0), times(*expected))


def when_both_are_free(most):
    """Return the moves where joint work waits until both are free at one moment.

    A state is whether joint work is being done, and how much of each kind is there.
    """

    def moves(state):
        joining, joint, *own = state
        if joint < most:
            yield JOINT, (joining or own == [0, 0], joint + 1, *own)
        if joining:
            yield 1 / MEAN, (joint > 1, joint - 1, *own)
        for place, here in enumerate(own):
            if here < most:
                yield ALONE, (joining, joint, *_changed(own, place, 1))
            if here and not joining:
                both_free = own[1 - place] == 0
                left = _changed(own, place, -1)
                yield 1 / MEAN, (joint > 0 and both_free, joint, *left)

    return moves


def _changed(own, place, by):
    return [count + by * (place == at) for at, count in enumerate(own)]


def test_two_who_must_both_be_free_join_as_the_chain_says():
    start, moves = (False, 0, 0, 0), when_both_are_free(14)
    joint = on_average(start, moves, lambda state: state[1]) / JOINT
    alone = on_average(start, moves, lambda state: state[2]) / ALONE
    assert agrees(alone_and_jointly(FOREVER), times(joint, alone))


def visits(hours, *, available=1.0, **joint):
    return town_hall(
        {
            "ann": {"holds": ["land"], "available": available},
            "bob": {"holds": ["plan"]},
        },
        {"land": {"backups": 0}, "plan": {"backups": 0}},
        {
            "visits": {
                "name": "勘",
                "unit": "office",
                "arrive": {"per_hour": joint.pop("rate")},
                "steps": [{"joint": ["land", "plan"], "hours": hours, **joint}],
            },
        },
    )


def test_visits_by_appointment_are_one_line():
    rate, hours = 0.02, 25
    expected = khinchine_wait(rate, hours, 0) / 24
    assert agrees(visits(hours, rate=rate), {("joint_wait_days", "town"): expected})


def test_a_party_stays_away_as_often_as_it_is_not_available():
    """Attempts that fail before one that doesn't: geometric."""
    share = 0.7
    failures = []
    for log in years(visits(1, rate=0.01, available=share)):
        met = sum(row.event is Event.MET for row in log.rows)
        failed = sum(row.event is Event.FAILED for row in log.rows)
        failures.append(failed - met * (1 - share) / share)
    assert abs(deviation(failures, 0)) < 4
