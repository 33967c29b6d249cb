"""The charts: rows of a query in, a Plotly figure out, as data and layout."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from quintile.report import formats
from quintile.report.colours import (
    ACCENT,
    BLUE,
    FEW_TO_MANY,
    GRID,
    INK,
    MUTED,
    PAPER,
    RED,
    SOFT,
    see_through,
    stepped,
)
from quintile.report.database import Row
from quintile.report.exhibits import Chart

FONT = '"Segoe UI", "Helvetica Neue", Helvetica, Arial, system-ui, sans-serif'
AXIS = {
    "gridcolor": GRID,
    "zeroline": False,
    "linecolor": GRID,
    "tickfont": {"size": 12, "color": MUTED},
    "title": {"font": {"size": 12, "color": MUTED}, "standoff": 12},
    "automargin": True,
    "fixedrange": True,
}
NAMES = {
    "type": "category",
    "autorange": "reversed",
    "showgrid": False,
    "tickfont": {"size": 13, "color": INK},
    "ticks": "outside",
    "tickcolor": PAPER,
    "ticklen": 4,
}
NO_NUMBERS = {"showticklabels": False, "showgrid": False}
NODE_GAP, MOVEMENTS_HEIGHT = 12, 600
Figure = dict[str, Any]


def _drawn(figure: go.Figure, height: int, **layout: Any) -> Figure:
    figure.update_xaxes(AXIS)
    figure.update_yaxes(AXIS)
    figure.update_layout(
        template=go.layout.Template(),
        height=height,
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        margin={"l": 8, "r": 24, "t": 8, "b": 8},
        hoverlabel={"bgcolor": INK, "bordercolor": INK, "font": {"color": PAPER, "family": FONT}},
        showlegend=False,
        dragmode=False,
        separators=formats.separators(),
        **layout,
    )
    return figure.to_plotly_json()


def _escaped(names: Sequence[str], width: int = 18) -> list[str]:
    """Names as Plotly shows them literally, in lines of at most so many characters."""
    return ["<br>".join(map(formats.label, textwrap.wrap(name, width))) for name in names]


def _floats(rows: Sequence[Row], column: str) -> list[float | None]:
    return [None if row[column] is None else float(row[column]) for row in rows]


def funnel(rows: Sequence[Row]) -> Figure:
    """Lines that are left after each step, and lines that it removed."""
    steps = _escaped([row["step"] for row in rows])
    removed = [row["lines_removed"] for row in rows]
    figure = go.Figure(
        [
            go.Bar(
                name="left after the step",
                y=steps,
                x=[row["lines_after"] for row in rows],
                orientation="h",
                marker={"color": ACCENT},
                text=[formats.count(row["lines_after"]) for row in rows],
                textposition="inside",
                insidetextanchor="start",
                textfont={"color": PAPER},
                hovertemplate="%{y}: %{x:,} lines left<extra></extra>",
            ),
            go.Bar(
                name="removed by it",
                y=steps,
                x=removed,
                orientation="h",
                marker={"color": RED},
                text=[f"-{formats.count(lines)}" if lines else "" for lines in removed],
                textposition="outside",
                cliponaxis=False,
                hovertemplate="%{y}: %{x:,} lines removed<extra></extra>",
            ),
        ]
    )
    drawn = _drawn(figure, 90 + 38 * len(rows), barmode="stack", bargap=0.28)
    drawn["layout"]["margin"]["r"] = 64
    drawn["layout"]["yaxis"] |= NAMES
    drawn["layout"]["xaxis"] |= NO_NUMBERS
    return drawn


def grid(rows: Sequence[Row]) -> Figure:
    """Customers in each cell of the R x FM grid, with the name of the segment."""
    scores = [1, 2, 3, 4, 5]
    cells = {(row["r_score"], row["fm_score"]): row for row in rows}
    lines = [[cells[r, fm] for fm in scores] for r in scores]
    most = max(row["customers"] for row in rows)
    figure = go.Figure(
        go.Heatmap(
            x=scores,
            y=scores,
            z=[[cell["customers"] for cell in line] for line in lines],
            zmin=0,
            zmax=most,
            customdata=[
                [
                    [formats.label(cell["rfm_segment"]), formats.money(cell["revenue"])]
                    for cell in line
                ]
                for line in lines
            ],
            hovertemplate="R %{y}, FM %{x}: %{customdata[0]}<br>%{z:,} customers, net spend "
            "%{customdata[1]}<extra></extra>",
            colorscale=stepped(FEW_TO_MANY),
            xgap=3,
            ygap=3,
            showscale=False,
        )
    )
    drawn = _drawn(figure, 470, annotations=[_cell_text(row, most) for row in rows])
    whole = {"tickmode": "array", "tickvals": scores, "showgrid": False, "showline": False}
    drawn["layout"]["xaxis"] |= whole | _titled("FM score, 5 = most")
    drawn["layout"]["yaxis"] |= whole | _titled("R score, 5 = most recent")
    drawn["layout"]["margin"]["r"] = 8
    return drawn


def _titled(title: str) -> dict[str, Any]:
    return {"title": {"text": title, "font": {"size": 12, "color": MUTED}, "standoff": 8}}


def _cell_text(cell: Row, most: int) -> dict[str, Any]:
    [name] = _escaped([cell["rfm_segment"]], width=11)
    return {
        "text": f"{name}<br><b>{formats.count(cell['customers'])}</b>",
        "x": cell["fm_score"],
        "y": cell["r_score"],
        "showarrow": False,
        "font": {"color": PAPER if cell["customers"] > 0.6 * most else INK},
    }


def two_measures(
    names: Sequence[str],
    colours: Mapping[str, str],
    left: tuple[str, Sequence[float]],
    right: tuple[str, Sequence[float]],
) -> Figure:
    """Two shares of each name, beside each other."""
    figure = go.Figure()
    for number, (title, shares) in enumerate((left, right)):
        figure.add_bar(
            name=title,
            x=list(shares),
            y=_escaped(names),
            orientation="h",
            marker={"color": [colours[name] for name in names]},
            text=[formats.percent(share) for share in shares],
            textposition="outside",
            cliponaxis=False,
            hovertemplate=f"%{{y}}: %{{x:.1%}} of {title.lower()}<extra></extra>",
            xaxis="x2" if number else "x",
        )
    titles = [
        {
            "text": f"<b>{title}</b>",
            "x": place,
            "y": 1,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": 13},
        }
        for (title, _), place in ((left, 0), (right, 0.54))
    ]
    drawn = _drawn(figure, 56 + 34 * len(names), annotations=titles, bargap=0.3)
    most = max([*left[1], *right[1], 0.01]) * 1.4
    drawn["layout"]["margin"] |= {"t": 32, "r": 8}
    drawn["layout"]["yaxis"] |= NAMES
    drawn["layout"]["xaxis"] |= NO_NUMBERS | {"domain": [0, 0.46], "range": [0, most]}
    drawn["layout"]["xaxis2"] = drawn["layout"]["xaxis"] | {"domain": [0.54, 1], "anchor": "y"}
    return drawn


def shares_chart(
    chart_id: str,
    title: str,
    names: Sequence[str],
    colours: Mapping[str, str],
    left: tuple[str, Sequence[float]],
    right: tuple[str, Sequence[float | None]],
) -> Chart:
    """Two shares of each name beside each other: what they are of, and the shares."""
    summary = "; ".join(
        f"{name}, {formats.percent(one)} of {left[0].lower()} and {formats.percent(other)} of "
        f"{right[0].lower()}"
        for name, one, other in zip(names, left[1], right[1], strict=True)
    )
    known = right[0], [float(share or 0) for share in right[1]]
    return Chart(chart_id, title, summary, two_measures(names, colours, left, known))


def quartiles(rows: Sequence[Row], metric: str, colours: Mapping[str, str]) -> Figure:
    """Median and middle half of a metric in each cluster, on a logarithmic axis."""
    points = [
        (
            row["cluster_label"],
            *(
                max(row[f"{place}_{metric}"], 0.01)
                for place in ("lower_quartile", "median", "upper_quartile")
            ),
        )
        for row in rows
    ]
    figure = _dots(points, colours, formats.short)
    least, most = min(point[1] for point in points), max(point[3] for point in points)
    pad = 0.08 * math.log10(most / least) + 0.06
    drawn = _drawn(figure, 56 + 50 * len(rows))
    drawn["layout"]["yaxis"] |= NAMES | {"range": [len(rows) - 0.5, -0.75], "autorange": False}
    drawn["layout"]["xaxis"] |= {
        "type": "log",
        "range": [math.log10(least) - pad, math.log10(most) + pad],
        "tickvals": _round_numbers(least, most),
        "tickformat": "~s",
    }
    return drawn


def _round_numbers(least: float, most: float) -> list[float]:
    """At most four of 1, 2, 5, 10, 20 and so on, evenly spread between two numbers."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        ticks = [step * 10.0**power for power in powers for step in steps]
        ticks = [tick for tick in ticks if least * 0.9 <= tick <= most * 1.1]
        if len(ticks) <= 4:
            return ticks
    return ticks[:: math.ceil(len(ticks) / 4)]


def _dots(
    points: Sequence[tuple[str, float, float, float]],
    colours: Mapping[str, str],
    printed: Callable[[float], str],
) -> go.Figure:
    """A dot for each name, on a bar from a lower to an upper value."""
    figure = go.Figure()
    for name, low, _, high in points:
        figure.add_scatter(
            x=[low, high],
            y=_escaped([name, name]),
            mode="lines",
            line={"color": see_through(colours[name], 0.35), "width": 12},
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=[point[2] for point in points],
        y=_escaped([point[0] for point in points]),
        mode="markers+text",
        marker={
            "color": [colours[point[0]] for point in points],
            "size": 14,
            "line": {"color": PAPER, "width": 2},
        },
        text=[printed(point[2]) for point in points],
        textposition="top center",
        cliponaxis=False,
        customdata=[[printed(point[1]), printed(point[3])] for point in points],
        hovertemplate="%{y}: %{text}<br>middle half %{customdata[0]} to %{customdata[1]}"
        "<extra></extra>",
    )
    return figure


def number_of_clusters(rows: Sequence[Row]) -> Figure:
    """Silhouette and stability of each number of clusters, the chosen one marked."""
    ks = [row["n_clusters"] for row in rows]
    chosen = [row["n_clusters"] for row in rows if row["is_chosen"]]
    figure = go.Figure()
    for column, colour, dash in (("silhouette", ACCENT, "solid"), ("stability", BLUE, "dot")):
        figure.add_scatter(
            name=column,
            x=ks,
            y=_floats(rows, column),
            mode="lines+markers",
            line={"color": colour, "width": 2.5, "dash": dash},
            marker={
                "size": [15 if k in chosen else 8 for k in ks],
                "color": colour,
                "line": {"color": PAPER, "width": 2},
            },
            hovertemplate="%{x} groups: " + column + " %{y:.2f}<extra></extra>",
        )
    for k in chosen:
        figure.add_vrect(
            x0=k - 0.35, x1=k + 0.35, fillcolor=SOFT, opacity=0.3, line_width=0, layer="below"
        )
    drawn = _drawn(figure, 340)
    drawn["layout"]["xaxis"] |= {"tickvals": ks, "showgrid": False} | _titled("number of groups")
    drawn["layout"]["yaxis"] |= {"range": [min(0, *_least(rows)) - 0.02, 1.05], "tickformat": ".1f"}
    return drawn


def _least(rows: Sequence[Row]) -> list[float]:
    figures = [*_floats(rows, "silhouette"), *_floats(rows, "stability")]
    return [figure for figure in figures if figure is not None] or [0]


def movements(rows: Sequence[Row], names: Sequence[str], colours: Mapping[str, str]) -> Figure:
    """Customers from the segments of one month end to those of the next."""
    starts = [name for name in names if any(row["from_segment"] == name for row in rows)]
    ends = [name for name in names if any(row["to_segment"] == name for row in rows)]
    gaps = max(len(starts), len(ends)) - 1
    nodes = [*starts, *ends]
    figure = go.Figure(
        go.Sankey(
            arrangement="snap",
            node={
                "label": [formats.label(name) for name in nodes],
                "color": [colours[name] for name in nodes],
                "x": [0.001] * len(starts) + [0.999] * len(ends),
                "y": [
                    *_places(rows, starts, "from_segment", gaps),
                    *_places(rows, ends, "to_segment", gaps),
                ],
                "pad": NODE_GAP,
                "thickness": 14,
                "line": {"width": 0},
                "hovertemplate": "%{label}: %{value:,} customers<extra></extra>",
            },
            link={
                "source": [starts.index(row["from_segment"]) for row in rows],
                "target": [len(starts) + ends.index(row["to_segment"]) for row in rows],
                "value": [row["customers"] for row in rows],
                "color": [see_through(colours[row["from_segment"]], 0.35) for row in rows],
                "hovertemplate": "%{source.label} to %{target.label}: %{value:,} customers"
                "<extra></extra>",
            },
            textfont={"size": 12, "color": INK},
        )
    )
    ends_named = [("end of the month before", 0, "left"), ("end of the month", 1, "right")]
    drawn = _drawn(
        figure,
        MOVEMENTS_HEIGHT,
        annotations=[
            {
                "text": title,
                "x": place,
                "y": 1,
                "xref": "paper",
                "yref": "paper",
                "xanchor": side,
                "yanchor": "bottom",
                "yshift": 8,
                "showarrow": False,
                "font": {"size": 12, "color": MUTED},
            }
            for title, place, side in ends_named
        ],
    )
    drawn["layout"]["margin"] |= {"l": 2, "r": 2, "t": 32, "b": 28}
    return drawn


def _places(rows: Sequence[Row], names: Sequence[str], column: str, gaps: int) -> list[float]:
    """Where the middle of each node lies, from 0 above to 1 below."""
    sizes = [sum(row["customers"] for row in rows if row[column] == name) for name in names]
    gap = NODE_GAP / (MOVEMENTS_HEIGHT - 60)
    scale = (1 - gap * gaps) / sum(sizes)
    above = [sum(sizes[:place]) + size / 2 for place, size in enumerate(sizes)]
    return [max(scale * size + gap * place, 0.001) for place, size in enumerate(above)]


def active_shares(rows: Sequence[Row], colours: Mapping[str, str]) -> Figure:
    """Share of each segment that ordered again, with the middle half of the cutoffs."""
    points = [
        (row["segment"], row["lower_quartile"], row["active_share"], row["upper_quartile"])
        for row in rows
    ]
    drawn = _drawn(_dots(points, colours, formats.percent), 56 + 40 * len(rows))
    drawn["layout"]["yaxis"] |= NAMES | {"range": [len(rows) - 0.5, -0.75], "autorange": False}
    drawn["layout"]["xaxis"] |= {
        "range": [-0.03, 1.03],
        "tickformat": ".0%",
        "tickvals": [0, 0.25, 0.5, 0.75, 1],
    }
    return drawn


def calibration(rows: Sequence[Row]) -> Figure:
    """Predicted beside actual spend in each decile of the prediction."""
    deciles = [row["decile"] for row in rows]
    figure = go.Figure(
        [
            go.Bar(
                name="spent",
                x=deciles,
                y=_floats(rows, "mean_actual"),
                marker={"color": SOFT},
                hovertemplate="tenth %{x}: spent %{y:,.2f} on average<extra></extra>",
            ),
            go.Scatter(
                name="predicted",
                x=deciles,
                y=_floats(rows, "mean_predicted"),
                mode="lines+markers",
                line={"color": RED, "width": 2.5},
                marker={"size": 9, "color": RED, "line": {"color": PAPER, "width": 1.5}},
                hovertemplate="tenth %{x}: predicted %{y:,.2f} on average<extra></extra>",
            ),
        ]
    )
    drawn = _drawn(figure, 340, bargap=0.25)
    drawn["layout"]["xaxis"] |= {"tickvals": deciles, "showgrid": False} | _titled(
        "tenth of the customers by predicted spend, 10 = highest"
    )
    drawn["layout"]["yaxis"] |= {"tickformat": ","} | _titled("mean spend per customer")
    return drawn


def months(rows: Sequence[Row], name: str) -> Figure:
    """Revenue or customers of each month; customers in two parts, newcomers below."""
    starts = [row["month_start"].isoformat() for row in rows]
    printed = [formats.month(row["month_start"]) for row in rows]
    figure = go.Figure()
    parts = {"revenue": {"revenue": ACCENT}, "customers": {"new_customers": ACCENT, "others": SOFT}}
    for part, colour in parts[name].items():
        values = [
            row["customers"] - row["new_customers"] if part == "others" else row[part]
            for row in rows
        ]
        show = formats.money if name == "revenue" else formats.count
        figure.add_bar(
            name=part,
            x=starts,
            y=[float(value) for value in values],
            marker={"color": colour},
            customdata=[[month, show(value)] for month, value in zip(printed, values, strict=True)],
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        )
    drawn = _drawn(figure, 260, barmode="stack", bargap=0.2)
    drawn["layout"]["xaxis"] |= {"type": "date", "showgrid": False, "tickformat": "%m/%y"}
    drawn["layout"]["yaxis"] |= {"rangemode": "tozero", "tickformat": "~s", "nticks": 5}
    return drawn


def sizes(rows: Sequence[Row], colours: Mapping[str, str]) -> Figure:
    """Customers of each cluster at each month end, one on top of the other."""
    ends = sorted({row["month_end"] for row in rows})
    figure = go.Figure()
    for label, colour in colours.items():
        customers = {
            row["month_end"]: row["customers"] for row in rows if row["cluster_label"] == label
        }
        figure.add_bar(
            name=formats.label(label),
            x=[end.isoformat() for end in ends],
            y=[customers.get(end, 0) for end in ends],
            marker={"color": colour},
            customdata=[[formats.date(end)] for end in ends],
            hovertemplate=f"{formats.label(label)}, %{{customdata[0]}}: %{{y:,}}<extra></extra>",
        )
    drawn = _drawn(figure, 320, barmode="stack", bargap=0.12)
    drawn["layout"]["xaxis"] |= {"type": "category", "showgrid": False, "nticks": 8}
    drawn["layout"]["yaxis"] |= {"tickformat": "~s", "nticks": 6}
    return drawn


def cohorts(rows: Sequence[Row]) -> Figure:
    """Share of the newcomers of a month that ordered again so many months later."""
    starts = sorted({row["cohort_month"] for row in rows})
    since = list(range(1, max(row["months_since"] for row in rows) + 1))
    shares = {(row["cohort_month"], row["months_since"]): row["active_share"] for row in rows}
    figure = go.Figure(
        go.Heatmap(
            x=since,
            y=[f"{start:%Y-%m}" for start in starts],
            z=[[shares.get((start, month)) for month in since] for start in starts],
            zmin=0,
            customdata=[[formats.month(start)] * len(since) for start in starts],
            hovertemplate="Newcomers of %{customdata}, %{x} months later: %{z:.1%}<extra></extra>",
            hoverongaps=False,
            colorscale=[[0, FEW_TO_MANY[0]], [0.5, FEW_TO_MANY[2]], [1, FEW_TO_MANY[4]]],
            xgap=2,
            ygap=2,
            colorbar={
                "tickformat": ".0%",
                "thickness": 12,
                "outlinewidth": 0,
                "nticks": 4,
                "tickfont": {"size": 11, "color": MUTED},
            },
        )
    )
    drawn = _drawn(figure, 110 + 16 * len(starts))
    drawn["layout"]["xaxis"] |= {"showgrid": False, "dtick": 3, "tick0": 3} | _titled(
        "months since the first order"
    )
    drawn["layout"]["yaxis"] |= {"type": "category", "autorange": "reversed", "showgrid": False}
    return drawn


def lifts(rows: Sequence[Row], names: Sequence[str], colours: Mapping[str, str]) -> Figure:
    """How many times as much of a cluster's basket a product takes as of everybody's."""
    marks = [f"{formats.tenths(row['lift'])} x" for row in rows]
    figure = go.Figure(
        go.Bar(
            y=list(range(len(rows))),
            x=_floats(rows, "lift"),
            orientation="h",
            marker={"color": [colours[row["cluster_label"]] for row in rows]},
            text=marks,
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [formats.label(name), formats.label(row["cluster_label"]), mark]
                for row, name, mark in zip(rows, names, marks, strict=True)
            ],
            hovertemplate="%{customdata[1]}: %{customdata[0]}, %{customdata[2]}<extra></extra>",
        )
    )
    drawn = _drawn(figure, 40 + 34 * len(rows), bargap=0.3)
    drawn["layout"]["margin"]["r"] = 56
    drawn["layout"]["yaxis"] |= NAMES | {
        "type": "linear",
        "tickvals": list(range(len(rows))),
        "ticktext": _escaped([name.capitalize() for name in names], width=24),
    }
    drawn["layout"]["xaxis"] |= NO_NUMBERS | {"rangemode": "tozero"}
    return drawn


def forecast(bars: Sequence[Row]) -> Figure:
    """What earlier periods brought beside what is expected, with its interval."""
    figure = go.Figure()
    for bar in bars:
        spend = float(bar["spend"])
        figure.add_bar(
            x=_escaped([bar["period"]]),
            y=[spend],
            marker={"color": SOFT if bar["is_past"] else ACCENT},
            text=[formats.short_money(bar["spend"])],
            textposition="inside",
            insidetextanchor="start",
            insidetextfont={"color": INK if bar["is_past"] else PAPER},
            error_y=None if bar["is_past"] else _interval(bar, spend),
            customdata=[[formats.money(bar["spend"])]],
            hovertemplate="%{x}: %{customdata[0]}<extra></extra>",
        )
    drawn = _drawn(figure, 320, bargap=0.45, barmode="stack")
    drawn["layout"]["xaxis"] |= {"type": "category", "showgrid": False}
    drawn["layout"]["xaxis"]["tickfont"] = {"size": 13, "color": INK}
    drawn["layout"]["yaxis"] |= {"rangemode": "tozero", "tickformat": "~s", "nticks": 5}
    return drawn


def _interval(bar: Row, spend: float) -> dict[str, Any]:
    return {
        "type": "data",
        "symmetric": False,
        "array": [float(bar["high"]) - spend],
        "arrayminus": [spend - float(bar["low"])],
        "color": INK,
        "thickness": 1.5,
    }


def differences(rows: Sequence[Row], colour: str) -> Figure:
    """What each treated customer spent more than each held back, with its interval."""
    points = [
        (row["campaign"], row["spend_low"], row["spend_difference"], row["spend_high"])
        for row in rows
    ]
    colours = {row["campaign"]: colour for row in rows}
    figure = _dots(points, colours, formats.money)
    figure.add_vline(x=0, line={"color": MUTED, "width": 1})
    drawn = _drawn(figure, 76 + 50 * len(rows))
    drawn["layout"]["yaxis"] |= NAMES | {"range": [len(rows) - 0.5, -0.75], "autorange": False}
    drawn["layout"]["xaxis"] |= {"tickformat": ",", "nticks": 6}
    return drawn
