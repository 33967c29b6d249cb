"""Open the invoice files, so that SQL only ever reads Parquet."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from quintile.inputs.column_matching import KNOWN_NAMES, InputError, match_columns
from quintile.inputs.decimal_commas import decimal_comma_columns
from quintile.inputs.input_files import InputFile, Opener, open_files
from quintile.inputs.text_encoding import ENCODINGS
from quintile.inputs.timestamp_formats import DATE_ORDERS, timestamp_formats

__all__ = ["InputError", "InvoiceFile", "open_invoices"]

NUMBERS = ("quantity", "unit_price", "amount")


@dataclass(frozen=True)
class InvoiceFile(InputFile):
    """A file of invoice lines.

    Where `amount` is among the columns, it is the money of a line and goes before quantity x
    unit_price; `currency` is there only if mapped.

    Attributes:
        timestamp_formats: For try_strptime(trim(cast(invoiced_at as varchar)), formats), BEFORE a
            cast to timestamp is tried: a cast reads 12/01/10 as a day of the year 12, and ignores
            PM. Empty where the cast does: typed columns and ISO text.
        decimal_commas: Those of `quantity`, `unit_price` and `amount` in which 1,5 is one and a
            half, as the file proves.
    """

    timestamp_formats: tuple[str, ...]
    decimal_commas: tuple[str, ...]


def open_invoices(
    spec: str,
    *,
    workdir: Path,
    invoice_columns: Mapping[str, str] | None = None,
    encoding: str = "auto",
    date_order: str = "auto",
    opener: Opener = open_files,
) -> list[InvoiceFile]:
    """Open every invoice file that `spec` names.

    Parquet is used in place; CSV and workbooks are copied to Parquet. The copy of a file is used
    again as long as its path, size, time of change and the options are the same.

    Args:
        spec: Path, folder or glob, or several separated by ';', of CSV, CSV.gz, Parquet or XLSX.
        workdir: The folder for the copies; it is made where missing.
        invoice_columns: Canonical column to column of the files, for names that aren't known.
        encoding: Of CSV: 'auto', 'utf-8', 'latin-1' or 'utf-16'.
        date_order: Of dates such as 1/2/2010: 'mdy', 'dmy' or 'auto', as each file proves.
        opener: Opens the files on the engine at hand.

    Returns:
        Each file once, sorted by path; sheets in the order of the workbook.

    Raises:
        InputError: With the one message that the user needs.
    """
    mapping = _check_mapping({} if invoice_columns is None else invoice_columns)
    _check_choice("file_encoding", encoding, ["auto", *ENCODINGS])
    _check_choice("date_order", date_order, ["auto", *DATE_ORDERS])
    opened = opener(
        spec,
        setting="QUINTILE_INVOICES",
        workdir=Path(workdir),
        match=partial(match_columns, invoice_columns=mapping),
        encoding=encoding,
        options=sorted(mapping.items()),
    )
    with duckdb.connect() as connection:
        files = [_describe(connection, file, date_order=date_order) for file in opened]
    _check_one_currency(files)
    return files


def _check_choice(name: str, value: str, choices: list[str]) -> None:
    if value not in choices:
        raise InputError(f"The var {name} is {value!r}, but must be one of {', '.join(choices)}.")


def _check_mapping(invoice_columns: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(invoice_columns, Mapping):
        raise InputError(
            f"The var invoice_columns is {invoice_columns!r}, but must map columns, e.g. "
            "{customer_id: name in the file}."
        )
    if unknown := [name for name in invoice_columns if name not in KNOWN_NAMES]:
        raise InputError(
            f"The var invoice_columns maps {unknown[0]!r}, but the columns to map are "
            f"{', '.join(KNOWN_NAMES)}."
        )
    return {canonical: str(source) for canonical, source in invoice_columns.items()}


def _describe(
    connection: duckdb.DuckDBPyConnection, file: InputFile, *, date_order: str
) -> InvoiceFile:
    dated, where = file.columns["invoiced_at"], file.source_file
    try:
        rows = connection.execute("describe from read_parquet(?)", [file.parquet]).fetchall()
        kinds = {name: kind for name, kind, *_ in rows}
        formats: tuple[str, ...] = ()
        if not kinds[dated].startswith(("DATE", "TIMESTAMP")):
            formats = timestamp_formats(
                connection, file.parquet, dated, date_order=date_order, where=where
            )
        texts = {
            column: name
            for name, column in file.columns.items()
            if name in NUMBERS and kinds[column] == "VARCHAR"
        }
        commas = decimal_comma_columns(connection, file.parquet, [*texts])
    except duckdb.Error as error:
        raise InputError(f"{where}: cannot be read ({error}).") from error
    return InvoiceFile(
        **vars(file),
        timestamp_formats=formats,
        decimal_commas=tuple(texts[column] for column in commas),
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _check_one_currency(files: list[InvoiceFile]) -> None:
    """Refuse a mix of currencies; a line without one is taken to be in that of the others."""
    found: dict[str, str] = {}
    for file in files:
        if "currency" in file.columns:
            name = _quoted(file.columns["currency"])
            query = f"select distinct upper(trim(cast({name} as varchar))) from read_parquet(?)"
            with duckdb.connect() as connection:
                rows = connection.execute(query, [file.parquet]).fetchall()
            found |= {currency: file.source_file for (currency,) in rows if currency}
    if len(found) > 1:
        named = ", ".join(f"{currency} (in {found[currency]})" for currency in sorted(found))
        raise InputError(
            f"The invoices mix currencies: {named}. Convert them to one, or build each by itself."
        )
