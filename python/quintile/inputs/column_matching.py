"""Match the columns of a file, by their names or by the var `invoice_columns`."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeVar

KNOWN_NAMES = {
    "invoice_id": ("invoice_id", "InvoiceNo", "Invoice"),
    "stock_code": ("stock_code", "StockCode"),
    "description": ("description",),
    "quantity": ("quantity",),
    "invoiced_at": ("invoiced_at", "InvoiceDate"),
    "unit_price": ("unit_price", "UnitPrice", "Price"),
    "amount": ("amount",),
    "customer_id": ("customer_id", "CustomerID"),
    "country": ("country",),
    "currency": (),
    "status": (),
}
"""Canonical column to the names it is recognised by; spaces, underscores and case don't matter.

The names are Quintile's own, and those of UCI Online Retail and Online Retail II. `currency` and
`status` have to be mapped: a file may have been converted to one currency and still have the old
codes, and its status may not be that of the order.
"""


NUMBER_COLUMNS = ("quantity", "unit_price", "amount")


class InputError(ValueError):
    """A file cannot be read; the message says which one, why, and what to do."""


class NoLinesError(InputError):
    """A file has a header, but no lines; it is skipped if other files have lines."""


class NoHeaderError(InputError):
    """No row has the names of the required columns; the message is about the likeliest row."""


Match = Callable[[Sequence[str]], dict[str, int]]
"""From the names in a header to canonical column and position; raises InputError."""

Place = TypeVar("Place")


def find_header(
    rows: Iterable[tuple[Place, Sequence[str]]], *, match: Match
) -> tuple[Place, Sequence[str], dict[str, int]] | None:
    """Find the header: the first row with names of the required columns.

    Args:
        rows: Rows that may be the header, each with its position.
        match: Finds the canonical columns in a header.

    Returns:
        The position of the header, its names, and canonical column to position in them; None if
        there are no rows.

    Raises:
        NoHeaderError: No row has the names.
    """
    likeliest, problem = -1, None
    for place, names in rows:
        try:
            return place, names, match(names)
        except InputError as error:
            if count_names(names) > likeliest:
                likeliest, problem = count_names(names), error
    if problem:
        raise NoHeaderError(str(problem)) from problem
    return None


def match_columns(
    names: Sequence[str], *, invoice_columns: Mapping[str, str], where: str
) -> dict[str, int]:
    """Find the canonical columns among the column names of one file.

    A mapping takes precedence. It ignores spaces at the ends, and case where no name has its case.
    Other columns are recognised by name; `amount` only if quantity or unit price is missing, so
    that an extra total in a file changes no figure.

    Args:
        names: Column names, in the order of the file.
        invoice_columns: Canonical column to column of the file.
        where: The file, for the error message.

    Returns:
        Canonical column to position in `names`.

    Raises:
        InputError: A column is missing or ambiguous, or the mapping is wrong.
    """
    names = [clean_name(name) for name in names]
    found = names_found(names, known=[*chain(*KNOWN_NAMES.values()), *invoice_columns.values()])
    matched = {}
    for canonical, source in invoice_columns.items():
        wanted = clean_name(source)
        positions = [at for at, name in enumerate(names) if name == wanted]
        if not positions:
            alike = wanted.casefold()
            positions = [at for at, name in enumerate(names) if name.casefold() == alike]
        if len(positions) != 1:
            raise InputError(
                f"{where}: the var invoice_columns says {canonical}: {source!r}, but "
                f"{len(positions)} columns have that name. {found}"
            )
        matched[canonical] = positions[0]
    keys = ["" if at in matched.values() else column_key(name) for at, name in enumerate(names)]
    for canonical, known in KNOWN_NAMES.items():
        positions = [at for at, key in enumerate(keys) if key in map(column_key, known)]
        if canonical in matched or not positions:
            continue
        if canonical == "amount" and {"quantity", "unit_price"} <= matched.keys():
            continue
        if len(positions) > 1:
            raise InputError(
                f"{where}: {' and '.join(repr(names[at]) for at in positions)} could both be "
                f"{canonical}. Name one in the var invoice_columns. {found}"
            )
        matched[canonical] = positions[0]
    _check_complete(matched, found=found, where=where)
    return matched


@lru_cache(maxsize=1000)
def clean_name(name: str) -> str:
    """A name without invisible characters, and without quotes around it."""
    composed = unicodedata.normalize("NFC", name)
    shown = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return " ".join(shown.split()).strip("\"' ")


def count_names(cells: Sequence[str]) -> int:
    """The number of distinct texts in a row that may be column names."""
    names = {clean_name(cell) for cell in cells}
    return sum(1 for name in names if name and not name[0].isdigit() and name[0] not in "+-.,")


def names_found(names: Sequence[str], *, known: Iterable[str]) -> str:
    """List the names found, for a message. A line of values is not shown: it may name a customer.

    Args:
        names: The cells where column names are expected.
        known: Known names; a header would have at least one of them.
    """
    cells = {*filter(None, map(clean_name, names))}
    has_known_name = {*map(column_key, known)} & {*map(column_key, cells)}
    has_values = count_names([*cells]) < len(cells) or any("@" in cell for cell in cells)
    if has_values and not has_known_name:
        return "The first line looks like values, not names. Put a line of column names above it."
    return f"Columns found: {', '.join(repr(name[:40]) for name in names) or 'none'}."


def source_names(names: Sequence[str], matched: Mapping[str, int]) -> dict[str, str]:
    """The matched names by canonical column."""
    return {canonical: clean_name(names[at]) for canonical, at in matched.items()}


def other_names(names: Sequence[str], matched: Mapping[str, int]) -> list[str]:
    """The names that were not matched."""
    cleaned = (clean_name(name) for at, name in enumerate(names) if at not in matched.values())
    return [name for name in cleaned if name]


@lru_cache(maxsize=1000)
def column_key(name: str) -> str:
    """A name without the differences that do not count: spaces, underscores and case."""
    return "".join(name.split()).replace("_", "").casefold()


def _check_complete(matched: Mapping[str, int], *, found: str, where: str) -> None:
    needed = ["invoiced_at", "customer_id"]
    needed += [] if "amount" in matched else ["quantity", "unit_price"]
    if missing := [canonical for canonical in needed if canonical not in matched]:
        raise InputError(
            f"{where}: no column for {', '.join(missing)}. {found} Say which column is which, "
            f"e.g. --vars '{{invoice_columns: {{{missing[0]}: name in the file}}}}'. amount may "
            "replace quantity and unit_price."
        )
