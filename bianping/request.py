"""What the user asked for on the command line, apart from which command."""

import os
from dataclasses import dataclass
from pathlib import Path

from bianping.words import catalogue
from scenarios.language.goals import GoalKey
from scenarios.reading.limits import USUAL, Limits
from scenarios.words import Lang, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options that all commands share.

    Parameters
    ----------
    files
        Scenario files; the first is the one that others are compared with.
    lang
        Language of all that is said, and of charts and reports.
    as_json
        Whether standard output carries one JSON document and nothing else.
    seed
        Where all chance begins, instead of what the scenarios say.
    settings
        Texts ``path.to.key=value``, which go before all files.
    out
        Folder for results.
    allow_outside
        Whether files may lie outside the scenario's folder tree.
    workers
        Processes and solver threads.
    seconds
        Most seconds for the solver, for each design.
    plan
        A ``plan.json`` to play instead of a new one.
    structure
        Whether the structure of each scenario is looked at too.
    alternatives
        Whether the next best people at each post are wanted.
    posts
        The posts whose next best people are wanted; all if none is named.
    prices
        Whether it is wanted what each rule costs.
    between, against
        The two goals of a frontier.
    points
        Most points of a frontier.
    matter
        A file with a new duty.
    parquet
        Whether the first year's events are wanted as a Parquet file too.
    anonymise
        Whether people go by pseudonyms in all that is put out.
    key
        Where the key of the pseudonyms is kept; asking for one asks for pseudonyms.
    limits
        Bounds on what is read.
    """

    files: tuple[Path, ...]
    lang: Lang = "zh"
    as_json: bool = False
    seed: int | None = None
    settings: tuple[str, ...] = ()
    out: Path | None = None
    allow_outside: bool = False
    workers: int = 0
    seconds: float = 60.0
    plan: Path | None = None
    structure: bool = False
    alternatives: bool = False
    posts: tuple[str, ...] = ()
    prices: bool = False
    between: GoalKey = "clashes"
    against: GoalKey = "fit"
    points: int = 12
    matter: Path | None = None
    parquet: bool = False
    anonymise: bool = False
    key: Path | None = None
    limits: Limits = USUAL

    def results(self, scenario: str) -> Path | None:
        """Return the folder for results: ``--out``, else ``out/`` and the scenario.

        With ``--json`` and without ``--out`` nothing is written.
        """
        if self.out is None and self.as_json:
            return None
        return self.out or Path("out") / scenario

    @property
    def processors(self) -> int:
        """How many processes or threads to use."""
        return self.workers or os.cpu_count() or 1

    @property
    def words(self) -> Words:
        """The catalogue of the language asked for."""
        return catalogue(self.lang)
