"""The parts that the play is driven by: its clock, its lines, and people's accounts."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.heap_kernel import HeapKernel
from simulation.calendars import Calendar
from simulation.play import levels
from simulation.play.asks import Ask
from simulation.play.kernel import Kernel
from simulation.play.lines import Line
from simulation.play.pieces import Piece, Task
from simulation.play.workers import Worker
from tests.towns import person, town


def done_by(kernel):
    """Return what a clock does, in its order, where acts put down more."""
    done = []

    def act(name):
        done.append((kernel.now, name))
        if name == "first":
            kernel.at(kernel.now, act, "put down meanwhile")
            kernel.lastly(lambda: act("settled"))
        if name == "settled" and len(done) < 9:
            kernel.at(kernel.now, act, "after settling")
            kernel.lastly(lambda: act("settled again"))

    kernel.lastly(lambda: act("before all"))
    kernel.at(7, act, "at the end")
    for name in ("first", "second"):
        kernel.at(3, act, name)
    kernel.at(8, act, "never")
    kernel.run(7)
    return done, kernel.now


def test_a_moment_is_settled_once_all_that_was_put_down_for_it_is_done():
    done, now = done_by(Kernel(-2))
    assert [name for _, name in done] == [
        "before all",
        "first",
        "second",
        "put down meanwhile",
        "settled",
        "after settling",
        "settled again",
        "at the end",
    ]
    assert [moment for moment, _ in done] == [-2, 3, 3, 3, 3, 3, 3, 7]
    assert now == 7


def test_a_bare_heap_keeps_the_same_order():
    assert done_by(Kernel(-2)) == done_by(HeapKernel(-2))


def asked(moment):
    task = Task("letters", "", 3, urgent=False)
    ask = Ask(
        Piece(task, moment, moment, moment),
        0,
        1,
        level=levels.ROUTINE,
        on_end=lambda _: None,
        kind="work",
        asked=moment,
    )
    ask.waits = True
    ask.press(ask.level)
    return ask


@given(st.permutations(range(9)), st.sets(st.integers(0, 8)))
def test_a_line_has_what_waits_in_its_order(moments, staying):
    line, waiting = Line(), []
    for moment in moments:
        ask = asked(moment)
        line.push(ask)
        if moment in staying:
            waiting.append(ask)
        else:
            ask.waits = False
    waiting.sort(key=lambda ask: ask.asked)
    for place, ask in enumerate(waiting):
        assert line.waiting_at(place) is ask
    assert line.waiting_at(len(waiting)) is None


STRETCHES = [(8, 17), (17, 32), (32, 41), (56, 65), (80, 89), (89, 95)]
"""Days from 8 to 17 of the clock; the nights after the first and the last are duty."""


def test_peoples_accounts_are_what_their_calendars_say():
    hours = Calendar.of([(8, 17), (32, 41), (56, 65), (80, 89)])
    calendar = Calendar.of(STRETCHES)
    jia = town(people={"jia": person()}).people["jia"]
    worker = Worker(jia, 0, hours, [(17, 32), (89, 95)])
    assert worker.calendar == calendar
    opens = {*calendar.opens}
    for now in range(100):
        if now in opens:
            worker.come(now)
        assert worker.was_there(now) == calendar.between(0, now)
        assert worker.worked(now) == hours.between(0, now)
