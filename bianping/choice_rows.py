"""The sheet of the next best people: a row for each of them."""

from collections.abc import Iterator, Sequence

from bianping.exploration_texts import cost_text, decided_text, known_text
from bianping.workbook_sheets import Sheet
from optimizer.choices import Choice
from scenarios import Town
from scenarios.words import Words


def choices_sheets(town: Town, choices: Sequence[Choice], words: Words) -> list[Sheet]:
    """Return the sheet of the next best people; none where they weren't asked for."""
    if not choices:
        return []
    headings = words("workbook.choices.headings").split("|")
    rows = [*choice_rows(town, choices, words)]
    return [Sheet(words("workbook.choices.sheet"), headings, rows)]


def choice_rows(
    town: Town, choices: Sequence[Choice], words: Words
) -> Iterator[tuple[str | int, ...]]:
    """Yield a row for each alternative, and one for a seat that has none."""
    for choice in choices:
        seat = (
            words.name(town.posts[choice.post].name),
            choice.seat.value,
            words("console.text.and").join(
                town.people[one].name for one in choice.holders
            ),
        )
        decided = decided_text(choice, words)
        for number, one in enumerate(choice.alternatives, start=1):
            name = town.people[one.person].name
            known = known_text(one, words)
            yield (*seat, number, name, cost_text(one.more, words), known, decided)
        if not choice.alternatives:
            key = "explore.nobody" if choice.complete else "explore.incomplete"
            yield (*seat, "", "", words(key).strip(), "", decided)
