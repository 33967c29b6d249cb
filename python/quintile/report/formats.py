"""How figures are printed: the same in sentences, tables and charts, as one locale writes them."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

Number = int | float | Decimal
NOTHING = "-"


@dataclass(frozen=True)
class Custom:
    """How a shop writes: its locale, and its sign of money, empty for none."""

    locale: Locale
    currency: str


BRITISH = Custom(Locale.parse("en_GB"), "")
_custom = ContextVar("custom", default=BRITISH)


@contextmanager
def written_as(locale: str, *, currency: str) -> Iterator[None]:
    """Print figures as a locale does, money with a sign, as long as the context lasts.

    Args:
        locale: Language and country, such as en_GB.
        currency: The sign of money; empty for none.
    """
    token = _custom.set(Custom(Locale.parse(locale), currency.strip()))
    try:
        yield
    finally:
        _custom.reset(token)


def custom() -> dict[str, str]:
    """What scripts of the page have to know: language tag, marks of numbers, sign of money."""
    locale, currency = _custom.get().locale, _custom.get().currency
    return {
        "locale": str(locale).replace("_", "-"),
        "decimal": get_decimal_symbol(locale),
        "group": get_group_symbol(locale),
        "currency": currency,
    }


def separators() -> str:
    """Decimal mark and thousands separator, as Plotly wants them."""
    return custom()["decimal"] + custom()["group"]


def _printed(value: Number, pattern: str) -> str:
    return format_decimal(value, pattern, locale=_custom.get().locale)


def _with_sign(number: str) -> str:
    """A printed amount with the sign of money on the side where the locale has it."""
    locale, currency = _custom.get().locale, _custom.get().currency
    pattern = locale.currency_formats["standard"].pattern
    if not currency:
        return number
    if not pattern.startswith("¤"):
        return f"{number}\u00a0{currency}"
    minus = "-" if number.startswith("-") else ""
    space = "\u00a0" if currency[-1].isalpha() or pattern[1].isspace() else ""
    return f"{minus}{currency}{space}{number.removeprefix('-')}"


def count(value: Number | None) -> str:
    """A whole number with thousands separators."""
    return NOTHING if value is None else _printed(round(value), "#,##0")


def counted(value: Number | None, one: str, many: str | None = None) -> str:
    """A number with what it counts: 1 customer, 2 customers, 2.5 customers.

    Args:
        value: The number.
        one: The word for one, and the verb that follows it.
        many: The words for any other number, where they are not `one` with an s.
    """
    return f"{tenths(value)} {one if value == 1 else many or f'{one}s'}"


def money(value: Number | None) -> str:
    """An amount: pennies below 1,000, none above."""
    if value is None:
        return NOTHING
    return _with_sign(_printed(value, "#,##0.00" if -1000 < value < 1000 else "#,##0"))


def short_money(value: Number | None) -> str:
    """An amount in at most four characters and a unit, with pennies where it is small."""
    if value is None:
        return NOTHING
    has_pennies = -100 < value < 100 and value != int(value)
    return money(value) if has_pennies else _with_sign(short(value))


def short(value: Number | None) -> str:
    """A number in at most four characters and a unit: 950, 12.3k, 2.17M."""
    if value is None:
        return NOTHING
    for size, unit in ((1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e4, "k")):
        if abs(float(value)) >= size:
            scaled = float(value) / (1000 if unit == "k" else size)
            digits = f"{scaled:.3g}" if abs(scaled) < 1000 else f"{scaled:.0f}"
            return _printed(float(digits), "#,##0.##") + unit
    return count(value)


def percent(value: Number | None) -> str:
    """A share of 1 as percent, with one decimal below 10% and where it would round to 100%."""
    if value is None:
        return NOTHING
    size = abs(float(value))
    needs_decimal = 0 < size < 0.0995 or 0.995 <= size < 1
    digits = _printed(
        round(100 * float(value), int(needs_decimal)), "0.0" if needs_decimal else "0"
    )
    return re.sub("[#,0]+", digits, _custom.get().locale.percent_formats[None].pattern, count=1)


def change(value: Number | None) -> str:
    """A change against something earlier, with its direction: +12%, -3.4%."""
    return NOTHING if value is None else ("+" if value > 0 else "") + percent(value)


def decimal(value: Number | None) -> str:
    """A figure with two decimals."""
    return NOTHING if value is None else _printed(value, "#,##0.00")


def tenths(value: Number | None) -> str:
    """A figure with one decimal, none where it is whole."""
    return NOTHING if value is None else _printed(round(float(value), 1), "#,##0.#")


def date(value: dt.date | None) -> str:
    """A day in words: 9 December 2011."""
    return NOTHING if value is None else format_date(value, "long", _custom.get().locale)


def day(value: dt.date | None) -> str:
    """A day in the column of a table, on one line: 9 Dec 2011."""
    if value is None:
        return NOTHING
    return format_date(value, "medium", _custom.get().locale).replace(" ", "\u00a0")


def month(value: dt.date | None) -> str:
    """A month in words: December 2011."""
    if value is None:
        return NOTHING
    return format_skeleton("yMMMM", value, locale=_custom.get().locale)


def short_month(value: dt.date) -> str:
    """A month for an axis: Dec 2011."""
    return format_skeleton("yMMM", value, locale=_custom.get().locale)


def text(value: str | None) -> str:
    """A text as it stands."""
    return NOTHING if value is None else str(value)


def shortened(value: str, width: int = 60) -> str:
    """A text that ends with an ellipsis where it is longer than so many characters."""
    words = " ".join(value.split())
    return words if len(words) <= width else f"{words[: width - 1].rstrip()}…"


def label(value: str) -> str:
    """A text for a chart, where Plotly would take <b> and the like for markup."""
    return html.escape(value, quote=False)


def joined(words: list[str]) -> str:
    """Words as a list in a sentence: a, b and c."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
