"""The page itself: a template, one style sheet, Plotly and some scripts, all in one file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

import jinja2
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from quintile.report.exhibits import Section

SCRIPTS = ("charts.js", "downloads.js", "score.js", "form.js")


def render_page(sections: Sequence[Section], *, only: str | None, doubt: str | None) -> str:
    """Put sections into one HTML file that needs no network.

    Everything that comes from data is escaped, in the text and in the embedded JSON; besides, the
    page's content security policy lets only its own scripts run, which it names by their hashes.

    Args:
        sections: The sections in their order, the headline figures first.
        only: The cluster, tier or country whose customers alone are shown.
        doubt: Why tables are of different builds, where they are.

    Returns:
        The HTML.
    """
    loader = jinja2.PackageLoader("quintile.report", "page")
    environment = jinja2.Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"allow_nan": False, "separators": (",", ":")}
    read = {name: loader.get_source(environment, name)[0] for name in SCRIPTS}
    scripts = [get_plotlyjs(), *read.values()]
    charts = [
        chart for section in sections for exhibit in section.exhibits for chart in exhibit.charts
    ]
    return environment.get_template("page.html").render(
        sections=sections,
        only=only,
        doubt=doubt,
        facts={section.section_id: section.facts for section in sections},
        charts={
            chart.chart_id: {
                "data": chart.figure["data"],
                "layout": chart.figure["layout"],
                "narrow": chart.narrow,
                "choices": chart.choices,
            }
            for chart in charts
        },
        style=Markup(loader.get_source(environment, "style.css")[0]),
        scripts=[Markup(script) for script in scripts],
        script_hashes=[_hash(script) for script in scripts],
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
