"""What each rule costs: what the best plan would gain without it, a panel a goal."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from optimizer.prices import Price
from plots.dots import ruled_rows
from plots.page import Sheet, page
from plots.style import ACCENT, BLOCK, INK, MUTED, SMALL, TINY, styled
from plots.texts import shortened_apart, tick
from scenarios import Town
from scenarios.words import Words

_GAIN = "#0072B2"
_ROW = 0.2
_LABEL = 17.0
"""Width of the changes' names, in ems."""
_ALWAYS = ("clashes", "fit", "moves", "balance")
"""Goals that have a panel even where no rule costs anything of them."""


def draw(town: Town, prices: Sequence[Price], words: Words) -> Figure:
    """Draw it in the charts' look."""
    with styled():
        return chart(town, prices, words)


def chart(town: Town, prices: Sequence[Price], words: Words) -> Figure:
    """Draw a row for each change and a panel for each goal."""
    goals = _goals(prices)
    proven = sum(goal in one.exact for one in prices for goal in goals)
    figure = page(
        Sheet(
            title=words("charts.rule_prices.title", design=words.name(town.name)),
            caption=words(
                "charts.rule_prices.caption",
                changes=len(prices),
                proven=proven,
                of=len(prices) * len(goals),
            ),
        ),
        height=_ROW * max(len(prices), 2) + 0.75,
    )
    panels = figure.subplots(1, max(len(goals), 1), sharey=True, squeeze=False)[0]
    labels = [change_text(one, words) for one in prices]
    ruled_rows(panels[0], shortened_apart(labels, _LABEL))
    for axes, goal in zip(panels, goals, strict=False):
        _panel(axes, goal, prices, words)
    return figure


def change_text(price: Price, words: Words) -> str:
    """Return what was changed: a rule switched off, or its limit a step looser."""
    looser, name = price.looser, words(f"rules.{price.looser.rule}.name")
    if not looser.limit:
        return words("explore.off", rule=name)
    limits = {"before": f"{looser.before:g}", "after": f"{looser.after:g}"}
    return words("explore.looser", rule=name, **limits)


def _goals(prices: Sequence[Price]) -> list[str]:
    goals = dict.fromkeys(goal for one in prices for goal in one.gain)
    return [
        goal
        for goal in goals
        if goal in _ALWAYS or any(one.gain.get(goal) for one in prices)
    ]


def _panel(axes: Axes, goal: str, prices: Sequence[Price], words: Words) -> None:
    for y, one in enumerate(prices):
        axes.axhline(y, color=BLOCK, lw=0.4, zorder=0)
        if goal in one.gain:
            _bar(axes, y, one.gain[goal], exact=goal in one.exact)
    axes.axvline(0, color=INK, lw=0.8, zorder=1)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.grid(visible=False)
    whole = all(one.gain.get(goal, 0.0).is_integer() for one in prices)
    axes.xaxis.set_major_locator(MaxNLocator(3, integer=whole))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: tick(value)))
    _room(axes)
    axes.set_title(words(f"goals.{goal}.name"), size=SMALL, loc="left")
    axes.set_xlabel(words(f"goals.{goal}.short_unit"), size=TINY)


def _bar(axes: Axes, y: int, gain: float, *, exact: bool) -> None:
    """Draw a gain or a loss: filled where it is proven, open where it isn't."""
    colour = _GAIN if gain > 0 else ACCENT
    face = colour if exact else "white"
    if gain:
        axes.barh(y, gain, height=0.55, color=face, edgecolor=colour, lw=0.8, zorder=2)
    text = tick(gain) if gain else "0"
    axes.annotate(
        text if exact else f"{text}*",
        (gain, y),
        xytext=(3 if gain >= 0 else -3, 0),
        textcoords="offset points",
        ha="left" if gain >= 0 else "right",
        va="center_baseline",
        size=TINY,
        color=INK if gain else MUTED,
    )


def _room(axes: Axes) -> None:
    """Leave room for the numbers at the bars' ends."""
    low, high = axes.get_xlim()
    widest = max(abs(low), abs(high), 1e-9)
    left = low - 0.6 * widest if low < -0.05 * widest else -0.02 * widest
    axes.set_xlim(left, max(high, 0.1 * widest) + 0.45 * widest)
