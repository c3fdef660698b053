"""What a chart is, and the three kinds of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from plots.study import Study
from plots.style import styled
from scenarios.words import Words
from simulation.summary import Key, Measure

Differences = Mapping[str, Mapping[Key, Measure]]
"""Paired differences to the first design, by the id of the other design."""


@dataclass(frozen=True, slots=True)
class DesignChart:
    """A chart of one design, drawn for each of them.

    Parameters
    ----------
    key
        The chart's name in file names and catalogues, where ``charts.<key>`` has its
        ``title``, its ``alt`` text and a sentence on ``reading`` it.
    chart
        Draws it, in whatever look is set.
    """

    key: str
    chart: Callable[[Study, Words], Figure]

    def draw(self, study: Study, words: Words) -> Figure:
        """Draw it in the charts' look."""
        with styled():
            return self.chart(study, words)


@dataclass(frozen=True, slots=True)
class ComparingChart:
    """A chart of all designs together; one design alone will do."""

    key: str
    chart: Callable[[Sequence[Study], Words], Figure]

    def draw(self, studies: Sequence[Study], words: Words) -> Figure:
        """Draw it in the charts' look."""
        with styled():
            return self.chart(studies, words)


@dataclass(frozen=True, slots=True)
class DifferenceChart:
    """A chart of the paired differences to the first design."""

    key: str
    chart: Callable[[Sequence[Study], Differences, Words], Figure]

    def draw(
        self, studies: Sequence[Study], differences: Differences, words: Words
    ) -> Figure:
        """Draw it in the charts' look."""
        with styled():
            return self.chart(studies, differences, words)


Chart = DesignChart | ComparingChart | DifferenceChart
