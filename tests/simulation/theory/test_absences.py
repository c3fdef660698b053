"""People who fall ill: what waits for them, and what a backup makes of it.

Illness changes at midnight: a day well is followed by an ill one with a chance that
gives the days a year asked for, and an ill one by a well one with a chance of 0.4.
"""

import numpy as np

from tests.simulation.offices import stream
from tests.simulation.theory.chains import by_days, matrix
from tests.simulation.theory.desks import (
    CONTINUOUS,
    FOREVER,
    HOURS,
    IN_SYSTEM,
    LONG,
    agrees,
    exponential,
)
from tests.towns import person, post, town

SICK_DAYS = 50
WELL_TO_ILL = SICK_DAYS / 2.5 / (365 - SICK_DAYS)
ILL_TO_WELL = 0.4
RATE, MEAN = 0.1, 5.0


def ailing_town(people):
    return town(
        calendar=CONTINUOUS,
        people={
            name: person(
                absences={"leave_days": 0, "sick_days": days},
                holds=["desk"] if seat == "A" else [],
                backs_up=["desk"] if seat == "B" else [],
            )
            for name, (seat, days) in people.items()
        },
        posts={"desk": post()},
        work={"letters": stream("desk", exponential(MEAN), arrive={"per_hour": RATE})},
        simulation=LONG | {"warm_up_days": 250, "patience_hours": FOREVER},
    )


def ann_and_bob(well, has_backup, most=120):
    """Return the moves on a day on which Ann is well or ill.

    A state is whether Ann and Bob have work in hand, and how much waits. Bob begins
    only while Ann is ill, and always ends what he began.
    """

    def moves(state):
        ann, bob, waiting = state
        taking = not ann if well else has_backup and not bob
        if taking:
            yield RATE, (True, bob, 0) if well else (ann, True, 0)
        elif waiting < most:
            yield RATE, (ann, bob, waiting + 1)
        left = max(waiting - 1, 0)
        if ann and well:
            yield 1 / MEAN, (waiting > 0, bob, left)
        if bob:
            more = waiting > 0 and not well
            yield 1 / MEAN, (ann, more, left if more else waiting)

    return moves


def at_midnight(state, well, has_backup):
    """Return what a state becomes once Ann's day is well or ill."""
    ann, bob, waiting = state
    if waiting and well and not ann:
        return True, bob, waiting - 1
    if waiting and not well and has_backup and not bob:
        return ann, True, waiting - 1
    return state


def letters_inside(has_backup):
    """Return the mean number of letters, by the chain of the days."""
    everything = [
        (ann, bob, waiting)
        for ann in (False, True)
        for bob in (False, True)
        for waiting in range(121)
    ]
    place = {state: number for number, state in enumerate(everything)}
    generators, entering = [], []
    for well in (True, False):
        moves = ann_and_bob(well, has_backup)
        rates = {
            (place[state], place[after]): rate
            for state in everything
            for rate, after in moves(state)
        }
        generators.append(matrix(len(everything), rates))
        entering.append(
            [place[at_midnight(state, well, has_backup)] for state in everything]
        )

    def switch(ended):
        was_well, was_ill = ended
        well = (1 - WELL_TO_ILL) * was_well + ILL_TO_WELL * was_ill
        ill = WELL_TO_ILL * was_well + (1 - ILL_TO_WELL) * was_ill
        return [
            np.bincount(to, weights=shares, minlength=len(everything))
            for to, shares in zip(entering, (well, ill), strict=True)
        ]

    counts = np.array([sum(state) for state in everything], dtype=float)
    return by_days(generators, switch, counts)


def test_what_waits_for_one_who_falls_ill_is_as_the_chain_of_days_says():
    design = ailing_town({"ann": ("A", SICK_DAYS)})
    assert agrees(design, {IN_SYSTEM: letters_inside(has_backup=False) / RATE})


def test_a_backup_saves_what_the_chain_of_days_says():
    design = ailing_town({"ann": ("A", SICK_DAYS), "bob": ("B", 0)})
    expected = letters_inside(has_backup=True) / RATE
    assert agrees(design, {IN_SYSTEM: expected})
    assert expected < letters_inside(has_backup=False) / RATE / 2


def test_work_finds_both_away_as_often_as_both_are_ill():
    ill = WELL_TO_ILL / (WELL_TO_ILL + ILL_TO_WELL)
    design = ailing_town({"ann": ("A", SICK_DAYS), "bob": ("B", SICK_DAYS)})
    assert agrees(design, {("both_away", "town"): ill**2 * RATE * HOURS})
