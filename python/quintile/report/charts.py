"""The charts: rows of a query in, a Plotly figure out, as data and layout."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from quintile.report import axes, formats
from quintile.report.colours import (
    ACCENT,
    BLUE,
    FEW_TO_MANY,
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
NODE_GAP, MOVEMENTS_HEIGHT = 12, 600
Figure = dict[str, Any]


def _drawn(figure: go.Figure, height: int, **layout: Any) -> Figure:
    figure.update_xaxes(axes.AXIS)
    figure.update_yaxes(axes.AXIS)
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


def _all_floats(rows: Sequence[Row], column: str) -> list[float]:
    return [float(row[column]) for row in rows]


def _floats(rows: Sequence[Row], column: str) -> list[float | None]:
    return [None if row[column] is None else float(row[column]) for row in rows]


def funnel(rows: Sequence[Row]) -> Figure:
    """Lines that are left after each step, and lines that it removed."""
    places = list(range(len(rows)))
    removed = [row["lines_removed"] for row in rows]
    figure = go.Figure(
        [
            go.Bar(
                name="left after the step",
                y=places,
                x=[row["lines_after"] for row in rows],
                orientation="h",
                marker={"color": ACCENT},
                text=[formats.count(row["lines_after"]) for row in rows],
                textposition="inside",
                insidetextanchor="start",
                textfont={"color": PAPER},
                hovertext=[f"{row['step']}: {_lines(row['lines_after'])} left" for row in rows],
                hoverinfo="text",
            ),
            go.Bar(
                name="removed by it",
                y=places,
                x=removed,
                orientation="h",
                marker={"color": RED},
                text=[f"-{formats.count(lines)}" if lines else "" for lines in removed],
                textposition="outside",
                cliponaxis=False,
                hovertext=[
                    f"{row['step']}: {_lines(row['lines_removed'])} removed" for row in rows
                ],
                hoverinfo="text",
            ),
        ]
    )
    drawn = _drawn(figure, 90 + 38 * len(rows), barmode="stack", bargap=0.28)
    drawn["layout"]["margin"]["r"] = 64
    drawn["layout"]["yaxis"] |= axes.named([row["step"] for row in rows])
    drawn["layout"]["xaxis"] |= axes.NO_NUMBERS
    return drawn


def _lines(number: int) -> str:
    return formats.counted(number, "line")


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
            hovertext=[[_cell_told(cell) for cell in line] for line in lines],
            hoverinfo="text",
            colorscale=stepped(FEW_TO_MANY),
            xgap=3,
            ygap=3,
            showscale=False,
        )
    )
    drawn = _drawn(figure, 470, annotations=[_cell_text(row, most) for row in rows])
    whole = {"tickvals": scores, "ticks": "", "showgrid": False, "showline": False}
    drawn["layout"]["xaxis"] |= whole | axes.titled("FM score, 5 = most")
    drawn["layout"]["yaxis"] |= whole | axes.titled("R score, 5 = most recent")
    drawn["layout"]["margin"]["r"] = 8
    return drawn


def _cell_told(cell: Row) -> str:
    return (
        f"R {cell['r_score']}, FM {cell['fm_score']}: {formats.label(cell['rfm_segment'])}<br>"
        f"{_people(cell['customers'])}, net spend {formats.money(cell['revenue'])}"
    )


def _people(number: int) -> str:
    return formats.counted(number, "customer")


def _cell_text(cell: Row, most: int) -> dict[str, Any]:
    [name] = axes.escaped([cell["rfm_segment"]], width=11)
    return {
        "text": f"{name}<br><b>{formats.count(cell['customers'])}</b>",
        "x": cell["fm_score"],
        "y": cell["r_score"],
        "showarrow": False,
        "font": {"color": PAPER if 10 * cell["customers"] >= 6 * most else INK},
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
            y=list(range(len(names))),
            orientation="h",
            marker={"color": [colours[name] for name in names]},
            text=[formats.percent(share) for share in shares],
            textposition="outside",
            cliponaxis=False,
            hovertext=[
                f"{shown}: {formats.percent(share)} of {title.lower()}"
                for shown, share in zip(axes.escaped(names), shares, strict=True)
            ],
            hoverinfo="text",
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
    lines = max(name.count("<br>") for name in axes.escaped(names)) + 1
    row_height = max(34, 17 * lines)
    drawn = _drawn(figure, 56 + row_height * len(names), annotations=titles, bargap=0.3)
    most = max([*left[1], *right[1], 0.01]) * 1.4
    drawn["layout"]["margin"] |= {"t": 32, "r": 8}
    drawn["layout"]["yaxis"] |= axes.named(names) | {"range": [len(names) - 0.5, -0.5]}
    drawn["layout"]["xaxis"] |= axes.NO_NUMBERS | {"domain": [0, 0.46], "range": [0, most]}
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


def quartiles(
    rows: Sequence[Row], metric: str, colours: Mapping[str, str], printed: Callable[[float], str]
) -> Figure:
    """Median and middle half of a metric in each cluster, on a logarithmic axis."""
    points = [
        (
            row["cluster_label"],
            *(
                max(float(row[f"{place}_{metric}"]), 0.01)
                for place in ("lower_quartile", "median", "upper_quartile")
            ),
        )
        for row in rows
    ]
    figure = _dots(points, colours, printed)
    least, most = min(point[1] for point in points), max(point[3] for point in points)
    pad = 0.08 * math.log10(most / least) + 0.06
    drawn = _drawn(figure, 56 + 50 * len(rows))
    drawn["layout"]["yaxis"] |= axes.named([point[0] for point in points])
    ticks = axes.round_numbers(least, most)
    drawn["layout"]["xaxis"] |= {
        "type": "log",
        "range": [math.log10(least) - pad, math.log10(most) + pad],
        "tickvals": ticks,
        "ticktext": [printed(tick) for tick in ticks],
    }
    return drawn


def _dots(
    points: Sequence[tuple[str, float, float, float]],
    colours: Mapping[str, str],
    printed: Callable[[float], str],
    span: str = "middle half",
) -> go.Figure:
    """A dot for each name, on a bar from a lower to an upper value."""
    figure = go.Figure()
    names = axes.escaped([point[0] for point in points])
    for place, (name, low, _, high) in enumerate(points):
        figure.add_scatter(
            x=[low, high],
            y=[place, place],
            mode="lines",
            line={"color": see_through(colours[name], 0.35), "width": 12},
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=[point[2] for point in points],
        y=list(range(len(points))),
        mode="markers+text",
        marker={
            "color": [colours[point[0]] for point in points],
            "size": 14,
            "line": {"color": PAPER, "width": 2},
        },
        text=[printed(point[2]) for point in points],
        textposition="top center",
        cliponaxis=False,
        hovertext=[
            f"{name}: {printed(middle)}<br>{span} {printed(low)} to {printed(high)}"
            for name, (_, low, middle, high) in zip(names, points, strict=True)
        ],
        hoverinfo="text",
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
            hovertext=[
                f"{formats.counted(row['n_clusters'], 'group')}: {column} "
                f"{formats.decimal(row[column])}"
                for row in rows
            ],
            hoverinfo="text",
        )
    for k in chosen:
        figure.add_vrect(
            x0=k - 0.35, x1=k + 0.35, fillcolor=SOFT, opacity=0.3, line_width=0, layer="below"
        )
    drawn = _drawn(figure, 340)
    drawn["layout"]["xaxis"] |= {"tickvals": ks, "showgrid": False} | axes.titled(
        "number of groups"
    )
    least = min(0, *_least(rows))
    marks = axes.marked(least, 1, formats.tenths, finest=0.1)
    drawn["layout"]["yaxis"] |= marks | {"range": [least - 0.02, 1.05]}
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
                "customdata": [_people(_moving(rows, "from_segment", name)) for name in starts]
                + [_people(_moving(rows, "to_segment", name)) for name in ends],
                "hovertemplate": "%{label}: %{customdata}<extra></extra>",
            },
            link={
                "source": [starts.index(row["from_segment"]) for row in rows],
                "target": [len(starts) + ends.index(row["to_segment"]) for row in rows],
                "value": [row["customers"] for row in rows],
                "color": [see_through(colours[row["from_segment"]], 0.35) for row in rows],
                "customdata": [_people(row["customers"]) for row in rows],
                "hovertemplate": "%{source.label} to %{target.label}: %{customdata}<extra></extra>",
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


def _moving(rows: Sequence[Row], column: str, name: str) -> int:
    return sum(row["customers"] for row in rows if row[column] == name)


def _places(rows: Sequence[Row], names: Sequence[str], column: str, gaps: int) -> list[float]:
    """Where the middle of each node lies, from 0 above to 1 below."""
    sizes = [_moving(rows, column, name) for name in names]
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
    drawn["layout"]["yaxis"] |= axes.named([point[0] for point in points], width=24)
    shares = [0, 0.25, 0.5, 0.75, 1]
    drawn["layout"]["xaxis"] |= {
        "range": [-0.03, 1.03],
        "tickvals": shares,
        "ticktext": [formats.percent(share) for share in shares],
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
                hovertext=_told_of_tenths(rows, "spent", "mean_actual"),
                hoverinfo="text",
            ),
            go.Scatter(
                name="predicted",
                x=deciles,
                y=_floats(rows, "mean_predicted"),
                mode="lines+markers",
                line={"color": RED, "width": 2.5},
                marker={"size": 9, "color": RED, "line": {"color": PAPER, "width": 1.5}},
                hovertext=_told_of_tenths(rows, "predicted", "mean_predicted"),
                hoverinfo="text",
            ),
        ]
    )
    drawn = _drawn(figure, 340, bargap=0.25)
    drawn["layout"]["xaxis"] |= {"tickvals": deciles, "showgrid": False} | axes.titled(
        "tenth of the customers by predicted spend, 10 = highest"
    )
    means = [float(row[column]) for row in rows for column in ("mean_actual", "mean_predicted")]
    drawn["layout"]["yaxis"] |= axes.of_money(means) | axes.titled("mean spend per customer")
    return drawn


def _told_of_tenths(rows: Sequence[Row], verb: str, column: str) -> list[str]:
    return [
        f"tenth {row['decile']}: {verb} {formats.money(row[column])} on average" for row in rows
    ]


def months(rows: Sequence[Row], name: str) -> Figure:
    """Revenue or customers of each month; customers in two parts, newcomers below."""
    starts = [row["month_start"] for row in rows]
    show, marked = {
        "revenue": (formats.money, axes.of_money(_all_floats(rows, "revenue"))),
        "customers": (_people, axes.of_customers(max(_all_floats(rows, "customers")))),
    }[name]
    figure = go.Figure()
    parts = {"revenue": {"revenue": ACCENT}, "customers": {"new_customers": ACCENT, "others": SOFT}}
    for part, colour in parts[name].items():
        values = [
            row["customers"] - row["new_customers"] if part == "others" else row[part]
            for row in rows
        ]
        figure.add_bar(
            name=part,
            x=[start.isoformat() for start in starts],
            y=[float(value) for value in values],
            marker={"color": colour},
            hovertext=[
                f"{formats.month(start)}: {show(value)}"
                for start, value in zip(starts, values, strict=True)
            ],
            hoverinfo="text",
        )
    drawn = _drawn(figure, 260, barmode="stack", bargap=0.2)
    drawn["layout"]["xaxis"] |= axes.by_month(starts)
    drawn["layout"]["yaxis"] |= {"rangemode": "tozero"} | marked
    return drawn


def fewer_months(days: Sequence[dt.date]) -> dict[str, Any]:
    """What changes on a phone, where six names of months would not fit."""
    return {"xaxis": axes.by_month(days, named=3)}


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
            marker={"color": colour, "line": {"color": PAPER, "width": 0.5}},
            hovertext=[
                f"{formats.label(label)}, {formats.date(end)}: {_people(customers.get(end, 0))}"
                for end in ends
            ],
            hoverinfo="text",
        )
    drawn = _drawn(figure, 320, barmode="stack", bargap=0.12)
    most = max(sum(row["customers"] for row in rows if row["month_end"] == end) for end in ends)
    drawn["layout"]["xaxis"] |= axes.by_month(ends)
    drawn["layout"]["yaxis"] |= axes.of_customers(most)
    return drawn


def cohorts(rows: Sequence[Row]) -> Figure:
    """Share of the newcomers of a month that ordered again so many months later."""
    starts = sorted({row["cohort_month"] for row in rows})
    since = list(range(1, max(row["months_since"] for row in rows) + 1))
    shares = {(row["cohort_month"], row["months_since"]): row["active_share"] for row in rows}
    most = max(*shares.values(), 0.01)
    figure = go.Figure(
        go.Heatmap(
            x=since,
            y=[start.isoformat() for start in starts],
            z=[[shares.get((start, month)) for month in since] for start in starts],
            zmin=0,
            zmax=most,
            hovertext=[
                [
                    f"{came}, {formats.counted(month, 'month')} later: "
                    f"{formats.percent(shares.get((start, month)))}"
                    for month in since
                ]
                for start in starts
                for came in [f"Newcomers of {formats.month(start)}"]
            ],
            hoverinfo="text",
            hoverongaps=False,
            colorscale=[[0, FEW_TO_MANY[0]], [0.5, FEW_TO_MANY[2]], [1, FEW_TO_MANY[4]]],
            xgap=2,
            ygap=2,
            colorbar={
                "thickness": 12,
                "outlinewidth": 0,
                "tickfont": {"size": 11, "color": MUTED},
                **axes.of_shares(most),
            },
        )
    )
    drawn = _drawn(figure, 110 + 16 * len(starts))
    every = 3 if len(since) > 8 else 1
    marks = {"showgrid": False, "ticks": "", "dtick": every, "tick0": every}
    drawn["layout"]["xaxis"] |= marks | axes.titled("months since the first order")
    drawn["layout"]["yaxis"] |= {
        "type": "category",
        "autorange": "reversed",
        "showgrid": False,
        "ticks": "",
        "tickvals": [start.isoformat() for start in starts],
        "ticktext": [formats.short_month(start) for start in starts],
    }
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
            hovertext=[
                f"{formats.label(row['cluster_label'])}: {name}, {mark}"
                for row, name, mark in zip(rows, axes.escaped(names, 40), marks, strict=True)
            ],
            hoverinfo="text",
        )
    )
    drawn = _drawn(figure, 40 + 34 * len(rows), bargap=0.3)
    drawn["layout"]["margin"]["r"] = 56
    drawn["layout"]["yaxis"] |= axes.named(names, width=24)
    drawn["layout"]["xaxis"] |= axes.NO_NUMBERS | {"rangemode": "tozero"}
    return drawn


def forecast(bars: Sequence[Row]) -> Figure:
    """What earlier periods brought beside what is expected, with its interval."""
    figure = go.Figure()
    for bar in bars:
        spend = float(bar["spend"])
        figure.add_bar(
            x=axes.escaped([bar["period"]], width=12),
            y=[spend],
            marker={"color": SOFT if bar["is_past"] else ACCENT},
            text=[formats.short_money(bar["spend"])],
            textposition="inside",
            textangle=0,
            insidetextanchor="start",
            insidetextfont={"color": INK if bar["is_past"] else PAPER},
            error_y=None if bar["is_past"] else _interval(bar, spend),
            hovertext=[f"{bar['period']}: {formats.money(bar['spend'])}"],
            hoverinfo="text",
        )
    drawn = _drawn(figure, 320, bargap=0.45, barmode="stack")
    drawn["layout"]["xaxis"] |= {"type": "category", "showgrid": False}
    drawn["layout"]["xaxis"]["tickfont"] = {"size": 13, "color": INK}
    tops = [float(bar["spend"] if bar["high"] is None else bar["high"]) for bar in bars]
    drawn["layout"]["yaxis"] |= {"rangemode": "tozero"} | axes.of_money(tops)
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
    figure = _dots(points, colours, formats.money, span="95% interval")
    figure.add_vline(x=0, line={"color": MUTED, "width": 1})
    drawn = _drawn(figure, 76 + 50 * len(rows))
    drawn["layout"]["yaxis"] |= axes.named([point[0] for point in points])
    ends = [float(end) for _, low, _, high in points for end in (low, high)]
    drawn["layout"]["xaxis"] |= axes.of_money(ends)
    return drawn
