"""The axes of charts: names, months and round marks, printed as they are everywhere else."""

from __future__ import annotations

import datetime as dt
import math
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from quintile.report import formats
from quintile.report.colours import GRID, INK, MUTED, PAPER

Axis = dict[str, Any]
AXIS: Axis = {
    "gridcolor": GRID,
    "zeroline": False,
    "linecolor": GRID,
    "tickfont": {"size": 12, "color": MUTED},
    "title": {"font": {"size": 12, "color": MUTED}, "standoff": 12},
    "automargin": True,
    "fixedrange": True,
}
NAMES = {
    "type": "linear",
    "showgrid": False,
    "tickfont": {"size": 13, "color": INK},
    "ticks": "outside",
    "tickcolor": PAPER,
    "ticklen": 4,
}
NO_NUMBERS = {"showticklabels": False, "showgrid": False}


def escaped(names: Sequence[str], width: int = 18) -> list[str]:
    """Names as Plotly shows them literally, in at most three lines of so many characters."""
    lines = [textwrap.wrap(name, width, max_lines=3, placeholder="…") for name in names]
    return ["<br>".join(map(formats.label, of_name)) for of_name in lines]


def named(names: Sequence[str], width: int = 18) -> Axis:
    """An axis with a name at each place from 0, above, down: names that end alike stay apart."""
    return NAMES | {
        "range": [len(names) - 0.5, -0.75],
        "tickvals": list(range(len(names))),
        "ticktext": escaped(names, width),
    }


def by_month(days: Sequence[dt.date], *, named: int = 6) -> Axis:
    """An axis of a bar for each month, of which some are named; few bars don't fill the width."""
    every = math.ceil(len(days) / named)
    shown = sorted(days)[::-1][::every]
    pad = 0.5 + max(6 - len(days), 0) / 2
    return {
        "type": "category",
        "showgrid": False,
        "range": [-pad, len(days) - 1 + pad],
        "tickvals": [day.isoformat() for day in shown],
        "ticktext": [formats.short_month(day) for day in shown],
    }


def marked(least: float, most: float, printed: Callable[[float], str], *, finest: float) -> Axis:
    """An axis with at most six round marks, printed as in the tables, none finer than told."""
    rough = max((most - least) / 5, finest)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough * 0.999)
    places = range(math.ceil(least / step - 1e-9), math.floor(most / step + 1e-9) + 1)
    marks = [round(place * step, 9) for place in places]
    return {"tickvals": marks, "ticktext": [printed(mark) for mark in marks]}


def of_money(values: Sequence[float]) -> Axis:
    """Amounts, from 0 or from the least of them, all with pennies or none."""
    least, most = min(0, *values), max(0, *values)
    axis = marked(least, most, formats.short_money, finest=0.01)
    is_whole = all(mark == int(mark) for mark in axis["tickvals"])
    return axis if is_whole else marked(least, most, formats.money, finest=0.01)


def of_customers(most: float) -> Axis:
    """Whole customers, up to so many."""
    return marked(0, most, formats.short, finest=1)


def of_shares(most: float) -> Axis:
    """Shares in percent, up to so much."""
    return marked(0, most, formats.percent, finest=0.001)


def titled(title: str) -> Axis:
    """An axis that says what it shows."""
    return {"title": AXIS["title"] | {"text": title, "standoff": 8}}


def round_numbers(least: float, most: float) -> list[float]:
    """At most three of 1, 2, 5, 10, 20 and so on between two numbers; the lower where none is."""
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        ticks = [step * 10.0**power for power in powers for step in steps]
        ticks = [tick for tick in ticks if least * 0.9 <= tick <= most * 1.1]
        if len(ticks) <= 3:
            return ticks or [least]
    return ticks[:: math.ceil(len(ticks) / 3)]
