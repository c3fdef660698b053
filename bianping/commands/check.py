"""``bianping check``: reads and checks, and says what the scenario holds."""

from collections import Counter
from collections.abc import Iterable, Mapping

import click

from bianping.console import fault_lines, say_faults
from bianping.documents import Json, document
from bianping.reading import read_files
from bianping.request import Request, command
from scenarios import Town
from scenarios.language.base import Choice
from scenarios.language.posts import CountsAs
from scenarios.reading.faults import FaultyScenarioError
from scenarios.reading.references import posts_of_other_designs
from scenarios.words import Words

_SHOWN_POSTS = 12


def build(words: Words) -> click.Command:
    """Return the command."""
    return command("check", words, run, many=True)


def run(request: Request) -> int:
    """Check every file; give 1 if any has a fault."""
    read = read_files(request)
    if request.as_json:
        click.echo(_document(read.towns, read.failures, request.words), nl=False)
    else:
        _show(read.towns, read.failures, request.words)
    return 1 if read.failures else 0


def _show(
    towns: Iterable[Town], failures: Iterable[FaultyScenarioError], words: Words
) -> None:
    for town in towns:
        click.echo("\n".join(_lines(town, words)) + "\n")
    for error in failures:
        say_faults(error, words)


def _lines(town: Town, words: Words) -> list[str]:
    holds = contents(town)
    title = words("console.check.title", name=words.name(town.name), file=town.id)
    lines = [title, words(f"console.check.staffing_{town.staffing}")]
    for key in ("people", "units", "structure", "posts", "matters", "work"):
        values = {
            name: _parts(value, words) if isinstance(value, Counter) else value
            for name, value in holds[key].items()
        }
        lines.append(words(f"console.check.{key}", **values))
    unknown = posts_of_other_designs(town)
    if unknown:
        shown = ", ".join(unknown[:_SHOWN_POSTS])
        more = " …" if len(unknown) > _SHOWN_POSTS else ""
        lines.append(
            words("console.check.unknown_posts", count=len(unknown), posts=shown + more)
        )
    return [*lines, words("console.check.ok")]


def contents(town: Town) -> Mapping[str, Mapping[str, int | Counter[Choice]]]:
    """Return how many of what a scenario holds."""
    operating = [unit for unit in town.units.values() if unit.operates]
    posts = town.posts.values()
    work = town.work.values()
    return {
        "people": {
            "count": len(town.people),
            "parts": Counter(one.identity for one in town.people.values()),
        },
        "units": {
            "count": len(operating),
            "parts": Counter(unit.kind for unit in operating),
            "titled": len(town.units) - len(operating),
        },
        "structure": {
            "modules": len(town.modules),
            "layers": len(town.layers),
            "leads": len(town.leads),
        },
        "posts": {
            "count": len(posts),
            "seats": sum(post.seats for post in posts),
            "backups": sum(post.backups for post in posts),
            "chiefs": _worth(town, CountsAs.MID_CHIEF),
            "deputies": _worth(town, CountsAs.MID_DEPUTY),
        },
        "matters": {
            "count": len(town.matters),
            "parts": Counter(one.list for one in town.matters.values()),
        },
        "work": {
            "count": len(work),
            "events": sum(bool(stream.steps) for stream in work),
            "coverage": sum(stream.coverage is not None for stream in work),
            "campaigns": sum(stream.campaign is not None for stream in work),
        },
    }


def _worth(town: Town, worth: CountsAs) -> int:
    return sum(post.seats for post in town.posts.values() if post.worth == worth)


def _parts(counts: Mapping[Choice, int], words: Words) -> str:
    named = {
        one.zh if words.lang == "zh" else one.value.replace("_", " "): count
        for one, count in counts.items()
    }
    parts = [
        words("console.check.part", name=name, count=count)
        for name, count in named.items()
    ]
    between = "、" if words.lang == "zh" else ", "
    return between.join(parts) or words("console.check.none")


def _document(
    towns: Iterable[Town], failures: Iterable[FaultyScenarioError], words: Words
) -> str:
    scenarios: list[Json] = [
        {
            "id": town.id,
            "name": {"zh": town.name.zh, "en": town.name.en},
            "holds": {
                key: {name: _plain(value) for name, value in values.items()}
                for key, values in contents(town).items()
            },
            "posts_of_other_designs": list(posts_of_other_designs(town)),
        }
        for town in towns
    ]
    faults: list[Json] = [
        line for error in failures for line in fault_lines(error, words)
    ]
    return document("bianping.check/1", {"scenarios": scenarios, "faults": faults})


def _plain(value: int | Counter[Choice]) -> Json:
    if isinstance(value, int):
        return value
    return {one.value: count for one, count in value.items()}
