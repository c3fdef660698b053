"""Changes against today: for the terminal, for JSON and for the workbook."""

from collections.abc import Sequence

from bianping.documents import Json
from bianping.workbook_sheets import Sheet
from optimizer.movements import Move, moves_by_kind
from scenarios import Town
from scenarios.words import Words


def movements_line(moves: Sequence[Move], words: Words) -> str:
    """Return how many changes there are of each kind, in one line."""
    kinds = [
        words("movements.kind", name=words(f"movements.name.{kind}"), count=count)
        for kind, count in moves_by_kind(moves).items()
        if count
    ]
    if not kinds:
        return words("movements.none")
    return words("movements.line", kinds=words("console.text.between").join(kinds))


def movements_json(moves: Sequence[Move]) -> Json:
    """Return the number of changes by kind, and every change."""
    by_kind = {kind.value: count for kind, count in moves_by_kind(moves).items()}
    changes: list[Json] = [
        {"person": move.person, "post": move.post, "kind": move.kind.value}
        for move in moves
    ]
    return {"by_kind": by_kind, "changes": changes}


def movements_sheet(town: Town, moves: Sequence[Move], words: Words) -> Sheet:
    """Return the sheet of changes, a row each."""
    return Sheet(
        words("movements.sheet"),
        words("movements.headings").split("|"),
        [
            (
                town.people[move.person].name,
                words.name(town.posts[move.post].name)
                if move.post in town.posts
                else move.post,
                words(f"movements.name.{move.kind}"),
            )
            for move in moves
        ],
    )
