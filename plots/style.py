"""The look that all charts share: fonts, sizes, colours."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib import rc_context
from matplotlib.font_manager import fontManager
from matplotlib.patheffects import Normal, Stroke
from matplotlib.text import Text

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

WIDTH = 6.5
"""Inches; fits the type area of an A4 page of a Chinese official document (156 mm)
with hardly any reduction."""

INK = "#1F2328"
"""Text and marks."""
MUTED = "#6B7280"
"""Captions and axes."""
RULE = "#D5D9DE"
"""Grid lines."""
PAPER = "#F3F5F7"
"""Quiet areas."""
BLOCK = "#E6EBF0"
"""Quiet areas with lines across them."""
ACCENT = "#C2410C"
"""What shall stand out."""

TITLE, BODY, SMALL, TINY = 10.5, 8.0, 7.0, 6.0
"""Sizes of type in points."""


@contextmanager
def styled() -> Iterator[None]:
    """Draw in the charts' look; it must hold both while drawing and while saving."""
    _add_font()
    with rc_context(_LOOK):
        yield


def embolden(text: Text, stroke: float = 0.45) -> None:
    """Make a text look bold: the font that carries Chinese has no bold face."""
    text.set_path_effects(
        [Stroke(linewidth=stroke, foreground=text.get_color()), Normal()]
    )


def font_file() -> Path:
    """Return the file of Noto Sans SC (SIL Open Font License).

    Importing ``zhplot`` would change matplotlib's settings; it is only looked up.
    """
    found = find_spec("zhplot")
    places = found.submodule_search_locations if found else None
    if not places:
        raise FileNotFoundError("zhplot, which carries the Chinese font")
    return Path(places[0]) / "fonts" / "NotoSansSC-Regular.ttf"


@cache
def _add_font() -> None:
    fontManager.addfont(font_file())


_LOOK: "dict[RcKeyType, object]" = {
    "font.family": ["Noto Sans SC", "DejaVu Sans"],
    "font.size": BODY,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": MUTED,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "grid.color": RULE,
    "grid.linewidth": 0.5,
    "text.color": INK,
    "xtick.color": MUTED,
    "xtick.labelsize": SMALL,
    "xtick.major.width": 0.6,
    "xtick.major.size": 3,
    "ytick.color": MUTED,
    "ytick.labelcolor": INK,
    "ytick.labelsize": SMALL,
    "ytick.major.width": 0.6,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.fontsize": BODY,
    "svg.fonttype": "path",
    "svg.hashsalt": "bianping",
    "pdf.fonttype": 42,
    "savefig.facecolor": "white",
}
