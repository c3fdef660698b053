"""``admission.json``."""

from bianping.admission import Admission
from bianping.admission_texts import verdict_text
from bianping.documents import Json, document
from bianping.measure_documents import (
    checks_row,
    difference_rows,
    measure_rows,
    precision_row,
)
from bianping.plan_document import objective_rows, reason_rows, refusal_rows
from bianping.playing import Chances
from bianping.rule_texts import breach_texts
from scenarios.words import Words


def admission_document(
    scenario: str, asked: Admission, how: Chances, words: Words
) -> str:
    """Return what came of asking whether a town can take a duty, as JSON."""
    town, broken = asked.accepted.town, asked.broken
    return document(
        "bianping.admission/1",
        {
            "scenario": scenario,
            "duty": {"zh": asked.duty.zh, "en": asked.duty.en},
            "matters": list(asked.matters),
            "streams": list(asked.streams),
            "verdict": asked.verdict,
            "text": verdict_text(asked, words),
            "rules": asked.rules,
            "breaches_if_unchanged": reason_rows(
                broken, breach_texts(town, broken, words)
            ),
            "seats_reassigned": asked.changed_seats,
            "declined": _staffing(asked, "declined"),
            "accepted": _staffing(asked, "accepted"),
            **refusal_rows(asked.accepted, words),
            **_year(asked, how),
        },
    )


def _staffing(asked: Admission, choice: str) -> Json:
    staffing = asked.declined if choice == "declined" else asked.accepted
    return {"status": staffing.status, "objective": objective_rows(staffing)}


def _year(asked: Admission, how: Chances) -> dict[str, Json]:
    if asked.played is None:
        return {}
    measures: list[Json] = [
        {"scenario": choice, **row}
        for choice, one in zip(("declined", "accepted"), asked.played, strict=True)
        for row in measure_rows(one.study.measures.values())
    ]
    return {
        "seed": how.seed,
        "replications": {"year": max(len(one.years) for one in asked.played)},
        "precision": {
            "declined": precision_row(how, asked.played[0]),
            "accepted": precision_row(how, asked.played[1]),
        },
        "checks": {
            "declined": checks_row(asked.played[0]),
            "accepted": checks_row(asked.played[1]),
        },
        "differences": difference_rows({"accepted": asked.differences}),
        "measures": measures,
    }
