"""From figures to the bytes of picture files, the same bytes every time."""

import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from matplotlib.figure import Figure
from matplotlib.text import Text

from plots.style import styled

_MISSING = re.compile(r"Glyph (\d+) .* missing from font")

_DIGITS = 7
"""Of the places of axes, in shares of the figure: far below what can be seen."""

_FINE = 200.0
"""Dots per inch of a picture for print."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture file's content.

    Parameters
    ----------
    content
        The bytes.
    unreadable
        Texts with a character that none of the fonts has; it shows as a box.
    """

    content: bytes
    unreadable: tuple[str, ...]


def svg(figure: Figure) -> Drawing:
    """Return a figure as SVG, its texts as outlines."""
    return _drawing(figure, "svg", metadata={"Date": None})


def png(figure: Figure, dots_per_inch: float = _FINE) -> Drawing:
    """Return a figure as PNG."""
    return _drawing(figure, "png", metadata={"Software": None}, dpi=dots_per_inch)


def _drawing(
    figure: Figure, form: str, metadata: Mapping[str, None], dpi: float = 72
) -> Drawing:
    content = BytesIO()
    with styled(), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        _settle(figure)
        figure.savefig(content, format=form, metadata=metadata, dpi=dpi)
    messages = [str(one.message) for one in caught]
    absent = {chr(int(found[1])) for one in messages if (found := _MISSING.match(one))}
    for one, message in zip(caught, messages, strict=True):
        if not _MISSING.match(message):
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
    return Drawing(content.getvalue(), tuple(_texts_with(absent, figure)))


def _settle(figure: Figure) -> None:
    """Lay the figure out once, for all its files: that takes longer than drawing.

    At a high resolution, where the widths of texts aren't rounded to whole pixels. The
    layout's solver differs from run to run in the last digits, which go into the names
    of an SVG's clipping paths; so places are rounded.
    """
    engine = figure.get_layout_engine()
    if engine is not None:
        figure.set_dpi(_FINE)
        engine.execute(figure)
        figure.set_layout_engine(None)
        for axes in figure.axes:
            bounds = axes.get_position().bounds
            left, bottom, width, height = (round(one, _DIGITS) for one in bounds)
            axes.set_position((left, bottom, width, height))


def _texts_with(absent: set[str], figure: Figure) -> Iterable[str]:
    texts = [one.get_text() for one in figure.findobj(Text)]
    return dict.fromkeys(text for text in texts if absent.intersection(text))
