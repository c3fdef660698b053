"""Asking on the terminal what a doubtful column is."""

import click

from bianping.console import say
from scenarios.intake.anonymity import HIDDEN
from scenarios.intake.columns import Answer, Question
from scenarios.intake.meanings import Meaning
from scenarios.words import Words


def ask(words: Words, *, quoting: bool) -> Answer:
    """Return what asks the user, in the user's language.

    Parameters
    ----------
    quoting
        Whether cells of the column are shown, which may hold names.
    """

    def asked(question: Question) -> Meaning | None:
        answers = (*question.candidates, None)
        say(
            words(
                "intake.question",
                sheet=question.sheet,
                letter=question.letter,
                heading=question.heading,
                examples=words("console.text.and").join(
                    question.examples if quoting else [HIDDEN]
                ),
            )
        )
        for number, one in enumerate(answers, 1):
            name = (
                words("intake.left_out")
                if one is None
                else words(f"intake.meaning.{one.value}")
            )
            say(words("intake.choice", number=number, name=name))
        chosen: int = click.prompt(
            words("intake.prompt"),
            type=click.IntRange(1, len(answers)),
            default=len(answers),
            err=True,
        )
        return answers[chosen - 1]

    return asked
