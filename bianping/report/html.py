"""The report as one HTML file that needs nothing else."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files as resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from bianping.report.causes import causes
from bianping.report.content import Comparison
from bianping.report.figures import Picture
from bianping.report.font import embedded_font
from bianping.report.results import results_table, verdicts
from bianping.report.situation import designs_table, matters_table, staff_table
from bianping.report.sources import clauses_table, sources_table
from bianping.report.staffing import ab_table, outcomes_table
from scenarios.words import Words


def render(comparison: Comparison, drawn: Sequence[Picture], words: Words) -> str:
    """Return the report.

    Parameters
    ----------
    comparison
        What was studied, and how.
    drawn
        The charts, as `pictures` gives them.
    words
        The language of the report, that of the charts.
    """
    environment = _environment(words)
    body = environment.get_template("report.html.j2").render(
        _parts(comparison, drawn, words)
    )
    title = words("report.title", town=_town_name(comparison, words))
    style = _style(body + title)
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return environment.get_template("page.html.j2").render(
        lang={"zh": "zh-CN", "en": "en"}[words.lang],
        title=title,
        style=style,
        style_hash=f"sha256-{digest}",
        body=body,
    )


def _environment(words: Words) -> Environment:
    environment = Environment(
        loader=PackageLoader("bianping.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words
    environment.filters["base64"] = lambda data: b64encode(data).decode("ascii")
    return environment


def _parts(
    comparison: Comparison, drawn: Sequence[Picture], words: Words
) -> dict[str, object]:
    """Return what the template needs, part by part of the report."""
    studies = comparison.studies
    towns = [*(study.town for study in studies), *comparison.left_out]
    base = towns[0]
    return {
        "comparison": comparison,
        "town_name": _town_name(comparison, words),
        "base": base,
        "situation": [staff_table(base, words), matters_table(base, words)],
        "designs": designs_table(studies, words),
        "causes": causes(comparison, words),
        "results": results_table(comparison, words),
        "verdicts": verdicts(comparison, words),
        "pictures": drawn,
        "staffing": [
            ab_table(study, comparison.outcomes.get(study.town.id), words)
            for study in studies
        ],
        "outcomes": outcomes_table(comparison, words),
        "sources": [clauses_table(towns, words), sources_table(towns, words)],
    }


def _town_name(comparison: Comparison, words: Words) -> str:
    towns = [study.town for study in comparison.studies] or list(comparison.left_out)
    return words.name(towns[0].name)


def _style(text: str) -> str:
    """Return the style sheet, with a font for the text."""
    file = resources("bianping.report").joinpath("templates", "report.css")
    sheet = file.read_text(encoding="utf-8")
    return sheet.replace("@font@", embedded_font(text + sheet))
