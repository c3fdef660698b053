"""The options of commands, each said once, with its help in the user's language."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, get_args

import click

from bianping.limits_option import limits_option
from scenarios.language.goals import GoalKey
from scenarios.words import Words

Option = Literal[
    "out",
    "workers",
    "seconds",
    "plan",
    "structure",
    "alternatives",
    "posts",
    "prices",
    "between",
    "against",
    "points",
    "matter",
    "parquet",
]


def option(key: str, words: Words) -> click.Option:
    """Return an option of commands, with its help in the user's language."""
    text = words(f"commands.option.{key}", seconds=f"{_SECONDS:g}", points=_POINTS)
    if key == "lang":
        return _OPTIONS[key](help=text, default=words.lang)
    if key == "settings":
        return _OPTIONS[key](help=text, metavar=words("usage.metavar.setting"))
    if key == "limits":
        return limits_option(words, text)
    return _OPTIONS[key](help=text)


_SECONDS = 60.0
_POINTS = 12
_GOAL = click.Choice(get_args(GoalKey))
_PATH = click.Path(path_type=Path)
_OPTIONS: Mapping[str, Callable[..., click.Option]] = {
    "lang": partial(click.Option, ["--lang"], type=click.Choice(["zh", "en"])),
    "as_json": partial(click.Option, ["--json", "as_json"], is_flag=True),
    "settings": partial(click.Option, ["--set", "settings"], multiple=True),
    "allow_outside": partial(click.Option, ["--allow-outside"], is_flag=True),
    "seed": partial(click.Option, ["--seed"], type=click.IntRange(min=0)),
    "workers": partial(
        click.Option, ["--workers"], type=click.IntRange(min=0, max=256), default=0
    ),
    "seconds": partial(
        click.Option,
        ["--seconds"],
        type=click.FloatRange(min=0.1),
        default=_SECONDS,
    ),
    "out": partial(click.Option, ["--out"], type=_PATH),
    "plan": partial(click.Option, ["--plan"], type=_PATH),
    "structure": partial(click.Option, ["--structure"], is_flag=True),
    "alternatives": partial(click.Option, ["--alternatives"], is_flag=True),
    "posts": partial(click.Option, ["--post", "posts"], multiple=True, metavar="ID"),
    "prices": partial(click.Option, ["--prices"], is_flag=True),
    "between": partial(click.Option, ["--between"], type=_GOAL, required=True),
    "against": partial(click.Option, ["--and", "against"], type=_GOAL, required=True),
    "points": partial(
        click.Option, ["--points"], type=click.IntRange(min=2, max=200), default=_POINTS
    ),
    "matter": partial(click.Option, ["--matter"], type=_PATH, required=True),
    "parquet": partial(click.Option, ["--parquet"], is_flag=True),
    "anonymise": partial(click.Option, ["--anonymise"], is_flag=True),
    "key": partial(click.Option, ["--key"], type=_PATH),
}
