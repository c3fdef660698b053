"""The charts of a report, and their files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from plots import (
    CHARTS,
    Chart,
    ComparingChart,
    DesignChart,
    DifferenceChart,
    Study,
    png,
    svg,
)
from plots.chart import Differences
from scenarios.words import Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that has been drawn.

    Parameters
    ----------
    name
        Name of its files, without ending.
    key
        Which chart it is.
    design
        The id of the design that it is of; none if it compares them.
    title, alt, reading
        Its title, what it shows for those who can't see it, and how to read it.
    figure
        The figure.
    svg
        The same as an SVG file.
    unreadable
        Texts in it with a character that no font has.
    """

    name: str
    key: str
    design: str | None
    title: str
    alt: str
    reading: str
    figure: Figure
    svg: bytes
    unreadable: tuple[str, ...]


def pictures(
    studies: Sequence[Study],
    words: Words,
    *,
    differences: Differences | None = None,
    charts: Sequence[Chart] = CHARTS,
) -> tuple[Picture, ...]:
    """Draw the charts of some designs.

    Parameters
    ----------
    studies
        The designs; one is enough.
    words
        The language of the charts.
    differences
        Paired differences to the first design; without any, their chart is left out.
    charts
        Which charts.
    """
    drawn: list[Picture] = []
    for chart in charts:
        match chart:
            case DesignChart():
                drawn.extend(
                    _picture(chart, chart.draw(one, words), [one], words)
                    for one in studies
                )
            case ComparingChart():
                figure = chart.draw(studies, words)
                drawn.append(_picture(chart, figure, studies, words))
            case DifferenceChart() if differences:
                figure = chart.draw(studies, differences, words)
                drawn.append(_picture(chart, figure, studies, words))
            case DifferenceChart():
                pass
    return tuple(drawn)


def files(
    drawn: Sequence[Picture], forms: Sequence[str] = ("svg", "png")
) -> Iterator[tuple[str, bytes]]:
    """Yield file names and contents: ``svg`` for layout programs, ``png`` for Word."""
    for picture in drawn:
        if "svg" in forms:
            yield f"{picture.name}.svg", picture.svg
        if "png" in forms:
            yield f"{picture.name}.png", png(picture.figure).content


def _picture(
    chart: Chart, figure: Figure, studies: Sequence[Study], words: Words
) -> Picture:
    names = [words.name(study.town.name) for study in studies]
    text = f"charts.{chart.key}"
    drawing = svg(figure)
    of_one = isinstance(chart, DesignChart)
    return Picture(
        name=f"{chart.key}-{studies[0].town.id}" if of_one else chart.key,
        key=chart.key,
        design=studies[0].town.id if of_one else None,
        title=words(f"{text}.title", design=names[0], base=names[0]),
        alt=words(f"{text}.alt", designs=words("charts.list_separator").join(names)),
        reading=words(f"{text}.reading"),
        figure=figure,
        svg=drawing.content,
        unreadable=drawing.unreadable,
    )
