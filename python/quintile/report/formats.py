"""How figures are printed: the same in sentences, tables and charts."""

from __future__ import annotations

import datetime as dt
import html
from decimal import Decimal

Number = int | float | Decimal
NOTHING = "-"


def count(value: Number | None) -> str:
    """A whole number with thousands separators."""
    return NOTHING if value is None else f"{value:,.0f}"


def money(value: Number | None) -> str:
    """An amount: pennies below 1,000, none above."""
    if value is None:
        return NOTHING
    return f"{value:,.2f}" if -1000 < value < 1000 else f"{value:,.0f}"


def short(value: Number | None) -> str:
    """A number in at most four characters and a unit: 950, 12.3k, 2.17M."""
    if value is None:
        return NOTHING
    for size, unit in ((1e9, "bn"), (1e6, "M"), (1e4, "k")):
        if abs(float(value)) >= size:
            scaled = float(value) / (1000 if unit == "k" else size)
            return f"{scaled:.3g}{unit}" if abs(scaled) < 1000 else f"{scaled:,.0f}{unit}"
    return f"{value:,.0f}"


def percent(value: Number | None) -> str:
    """A share of 1 as percent, with one decimal below 10% and where it would round to 100%."""
    if value is None:
        return NOTHING
    size = abs(float(value))
    needs_decimal = 0 < size < 0.0995 or 0.995 <= size < 1
    return f"{100 * float(value):.{int(needs_decimal)}f}%"


def decimal(value: Number | None) -> str:
    """A figure with two decimals."""
    return NOTHING if value is None else f"{value:.2f}"


def tenths(value: Number | None) -> str:
    """A figure with one decimal, none where it is whole."""
    return NOTHING if value is None else f"{value:,.1f}".removesuffix(".0")


def date(value: dt.date | None) -> str:
    """A day in words: 9 December 2011."""
    return NOTHING if value is None else f"{value.day} {value:%B %Y}"


def month(value: dt.date) -> str:
    """A month in words: December 2011."""
    return f"{value:%B %Y}"


def text(value: str | None) -> str:
    """A text as it stands."""
    return NOTHING if value is None else str(value)


def label(value: str) -> str:
    """A text for a chart, where Plotly would take <b> and the like for markup."""
    return html.escape(value, quote=False)


def joined(words: list[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
