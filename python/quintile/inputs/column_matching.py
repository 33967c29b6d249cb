"""Which column of a file holds what: known by its name, or told by the var `invoice_columns`."""

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
"""Canonical column to the names it is known by; spaces, underscores and case don't matter.

The names are Quintile's own and those of UCI Online Retail and Online Retail II. `currency` and
`status` have to be mapped: a file may have been converted to one currency and still carry the old
codes, and its status may be another than that of the order.
"""


class InputError(ValueError):
    """A file cannot be read; the text says which one, why, and what to do."""


class NoLinesError(InputError):
    """A file has a header, but no lines; beside files that have some it does no harm."""


class NoHeaderError(InputError):
    """No row names the columns that are needed; the text speaks of the likeliest."""


Match = Callable[[Sequence[str]], dict[str, int]]
"""From the names in a header to canonical column and position; raises InputError."""

Place = TypeVar("Place")


def find_header(
    rows: Iterable[tuple[Place, Sequence[str]]], *, match: Match
) -> tuple[Place, Sequence[str], dict[str, int]] | None:
    """Find the first row that names the columns.

    Args:
        rows: Rows that may be the header, each with its place.
        match: Finds the canonical columns in a header.

    Returns:
        The place of the header, its names, and canonical column to position in them; None where
        there is no row.

    Raises:
        NoHeaderError: No row names them.
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

    A mapping goes first and must be right to the letter, spaces at either end apart. What it
    doesn't mention is known by name; `amount` only where quantity or unit price is missing, so that
    a further total in a file changes no figure.

    Args:
        names: Column names, in the order of the file.
        invoice_columns: Canonical column to column of the file.
        where: The file, for the error message.

    Returns:
        Canonical column to position in `names`.

    Raises:
        InputError: A column is missing or stands there twice, or the mapping is wrong.
    """
    names = [clean_name(name) for name in names]
    found = names_found(names, known=[*chain(*KNOWN_NAMES.values()), *invoice_columns.values()])
    matched = {}
    for canonical, source in invoice_columns.items():
        positions = [at for at, name in enumerate(names) if name == clean_name(source)]
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
    """A name as people see it: without marks that don't show, and without quotes around it."""
    composed = unicodedata.normalize("NFC", name)
    shown = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    return " ".join(shown.split()).strip("\"' ")


def count_names(cells: Sequence[str]) -> int:
    """How many different texts that may be names of columns are in a row."""
    names = {clean_name(cell) for cell in cells}
    return sum(1 for name in names if name and not name[0].isdigit() and name[0] not in "+-.,")


def names_found(names: Sequence[str], *, known: Iterable[str]) -> str:
    """Say which names stand there; a line of values is not shown, as it may name a customer.

    Args:
        names: What stands where the names of columns are looked for.
        known: Names of which a header would have one at least.
    """
    cells = {*filter(None, map(clean_name, names))}
    has_known_name = {*map(column_key, known)} & {*map(column_key, cells)}
    has_values = count_names([*cells]) < len(cells) or any("@" in cell for cell in cells)
    if has_values and not has_known_name:
        return "What is in place of names looks like values: put a line of names above it."
    return f"Columns found: {', '.join(repr(name[:40]) for name in names) or 'none'}."


def source_names(names: Sequence[str], matched: Mapping[str, int]) -> dict[str, str]:
    """The names that canonical columns were matched with."""
    return {canonical: clean_name(names[at]) for canonical, at in matched.items()}


def other_names(names: Sequence[str], matched: Mapping[str, int]) -> list[str]:
    """The names that nothing was matched with."""
    cleaned = (clean_name(name) for at, name in enumerate(names) if at not in matched.values())
    return [name for name in cleaned if name]


@lru_cache(maxsize=1000)
def column_key(name: str) -> str:
    """What two names have in common that differ in spaces, underscores and case only."""
    return "".join(name.split()).replace("_", "").casefold()


def _check_complete(matched: Mapping[str, int], *, found: str, where: str) -> None:
    needed = ["invoiced_at", "customer_id"]
    needed += [] if "amount" in matched else ["quantity", "unit_price"]
    if missing := [canonical for canonical in needed if canonical not in matched]:
        raise InputError(
            f"{where}: no column for {', '.join(missing)}. {found} Say which column is which, "
            f"e.g. --vars '{{invoice_columns: {{{missing[0]}: name in the file}}}}'; amount may "
            "stand for quantity and unit_price."
        )
